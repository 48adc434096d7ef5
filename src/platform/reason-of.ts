/** Longer ones say nothing that their beginning does not. */
const LONGEST = 300;

/** A thrown value as one text. It may be anything, even something that no text can be made of. Never throws. */
export function reasonOf(thrown: unknown): string {
  try {
    const text = thrown instanceof Error ? thrown.message || thrown.name : String(thrown);
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  } catch {
    return "unknown error";
  }
}
