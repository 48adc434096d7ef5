import { MASK } from "./mask-text.js";

/**
 * What stands behind the name of a secret (`api_key=…`, `"token":"…"`, `?code=…`), behind `Bearer` or `Basic`, between a
 * user's name and the host of an address; and a JWT, which is only looked for from where its run of characters begins,
 * with what stands before it in that run as a group: from each `eyJ` on, a run without an end would be gone through again.
 * At least six is written `x{6}x*`: see `credential-spans.ts`.
 */
const SECRET =
  /(?<=(?:token|secret|passw(?:or)?d|pwd|signature|credential|(?:api|access|private)[-_]?key|[?&#;](?:auth|code|key|sig))(?:=["']?|["']\s*:\s*["']))[^\s"'&#;,<>]+|(?<=\b(?:bearer|basic)[ +])(?!auth|realm|scheme|token)[\w.~+/=-]{6}[\w.~+/=-]*|(?<=\/\/[^/\s:@]{0,100}:)[^/\s:@]{1,200}(?=@)|(?<![\w-])(?=[\w-]+\.[\w-]{6}[\w-]*\.)([\w-]*?)\beyJ[\w-]{6}[\w-]*\.[\w-]{6}[\w-]*\.[\w-]*/gi;

/**
 * A sentence that somebody else wrote, such as the message of an error, without the credentials in it: what an adapter
 * throws may quote the address it asked. Smaller than what the JSON pane does, for a page that shows none.
 */
export function maskMessage(text: string): string {
  return text.replace(SECRET, (_, before: string | undefined) => (before ?? "") + MASK);
}
