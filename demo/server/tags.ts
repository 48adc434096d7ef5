import { createHash } from "node:crypto";

/** A short name for a value that is JSON: another value has another one. */
export function nameOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 16);
}

/** Whether a list of tags (or `*`) holds this one; weak and strong ones count as the same. */
export function matches(list: string | undefined, tag: string): boolean {
  if (list === undefined) return false;
  return list.trim() === "*" || list.split(",").some((one) => opaque(one) === opaque(tag));
}

/** A tag without the mark of weakness. */
function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, "");
}
