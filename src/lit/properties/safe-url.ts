import { warnOnce } from "../../platform/warn-once.js";

/**
 * An address that may be put into a link: http(s) only, relative ones included.
 *
 * @returns the address as given, or `undefined`, after a warning, for anything else (`javascript:` and the like).
 */
export function safeUrl(value: unknown, base: string): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "string") {
    try {
      const { protocol } = new URL(value, base);
      if (protocol === "https:" || protocol === "http:") return value;
    } catch {
      // No address at all.
    }
  }
  warnOnce("a link must be an http(s) address; ignored.");
  return undefined;
}
