import type { TransferSession } from "./session.js";

/** The spelling of data whose numbers hold more digits than JavaScript's, by the value that was made of it. */
const texts = new WeakMap<object, string>();
/** Few pages have any: the others shall pay nothing for the question. */
let isUsed = false;

/** Keeps how a value was spelled on the wire. @param text `undefined` where its own digits say it all. */
export function keepWireText(value: unknown, text: string | undefined): void {
  if (typeof value !== "object" || value === null) return;
  if (text === undefined) {
    texts.delete(value);
    return;
  }
  isUsed = true;
  texts.set(value, text);
}

/** How a value was spelled; `undefined` where its own digits say it all. */
export function wireTextOf(value: unknown): string | undefined {
  // Asked for what is no object, it has nothing.
  return isUsed ? texts.get(value as object) : undefined;
}

/** Whether two values that are the same to JavaScript were so on the wire. */
export function sameWireText(a: object, b: object): boolean {
  return !isUsed || texts.get(a) === texts.get(b);
}

/**
 * The exact JSON text of a session's data, where that holds numbers with more digits than JavaScript keeps.
 *
 * @returns `undefined` where the value says it all, and for data that came as values and not as text.
 */
export function wireText(
  session: Pick<TransferSession, "metadata" | "providerData">,
  field: "metadata" | "providerData",
): string | undefined {
  return wireTextOf(session[field]);
}
