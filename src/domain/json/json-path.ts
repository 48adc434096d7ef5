import type { JsonPath } from "./tree.js";

/** RFC 9535, member-name-shorthand, without the marks that would hide in it or turn its direction. */
const SHORTHAND =
  /^(?!.*[\u0080-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff])[A-Za-z_\u0080-\ud7ff\ue000-\uffff][\w\u0080-\ud7ff\ue000-\uffff]*$/;

const ESCAPES: Readonly<Record<string, string>> = {
  "'": "\\'",
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
};

function quote(name: string): string {
  const escaped = name.replace(
    // eslint-disable-next-line no-control-regex -- controls are what it looks for
    /['\\\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (char) => ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `'${escaped}'`;
}

/**
 * Writes a path as JSONPath (RFC 9535): `$.contact.tags[0]['first.name']`. Names that are plain words take a dot, all
 * others brackets and quotes.
 */
export function formatJsonPath(path: JsonPath): string {
  let text = "$";
  for (const key of path) {
    if (typeof key === "number") text += `[${key}]`;
    else if (SHORTHAND.test(key)) text += `.${key}`;
    else text += `[${quote(key)}]`;
  }
  return text;
}
