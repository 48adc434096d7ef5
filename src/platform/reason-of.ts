import { property } from "./property.js";

/** Longer ones say nothing that their beginning does not. */
const LONGEST = 300;

/** A thrown value as one text. It may be anything, even something that no text can be made of. Never throws. */
export function reasonOf(thrown: unknown): string {
  const text = typeof thrown === "object" ? property(thrown, "message") || property(thrown, "name") : thrown;
  try {
    const reason = String(text ?? "unknown error");
    return reason.length > LONGEST ? `${reason.slice(0, LONGEST)}…` : reason;
  } catch {
    return "unknown error";
  }
}
