/** Longer ones say nothing that their beginning does not. */
const LONGEST = 300;

/** What a thrown value says of itself, whatever it is: a host may throw what no text can be made of. Never throws. */
export function reasonOf(thrown: unknown): string {
  try {
    const message = (thrown as { message?: unknown } | null | undefined)?.message;
    return (typeof message === "string" && message !== "" ? message : String(thrown)).slice(0, LONGEST);
  } catch {
    return "no reason can be read";
  }
}
