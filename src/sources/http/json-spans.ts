const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/**
 * Goes over the members of an object or a list.
 *
 * @param text well-formed JSON.
 * @param start its bracket.
 * @param visit gets where the value begins, and its index in the list, or where its name begins in the object: see
 *   {@link nameAt}. Says where the value ends.
 * @returns where the object or list ends.
 */
export function eachMember(text: string, start: number, visit: (from: number, place: number) => number): number {
  const isNamed = text.charCodeAt(start) === OPEN_OBJECT;
  let position = start;
  for (let index = 0; ; index++) {
    // Past the bracket, or the comma.
    position = skipSpace(text, position + 1);
    if (isClose(text.charCodeAt(position))) return position + 1;
    const place = isNamed ? position : index;
    // Past the colon.
    if (isNamed) position = skipSpace(text, skipSpace(text, endOfString(text, position) + 1) + 1);
    position = skipSpace(text, visit(position, place));
    if (text.charCodeAt(position) !== COMMA) return position + 1;
  }
}

/** The name of a member that begins at a place. Most are never asked for theirs. */
export function nameAt(text: string, place: number): string {
  const name = text.slice(place + 1, endOfString(text, place));
  return name.includes("\\") ? (JSON.parse(`"${name}"`) as string) : name;
}

/** Where the value ends that begins at a place; -1 for an object or a list without an end. */
export function endOfValue(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === QUOTE) return endOfString(text, start) + 1;
  if (first === OPEN_OBJECT || first === OPEN_LIST) return endOfContainer(text, start);
  let end = start;
  for (let code = first; end < text.length && code > 32 && code !== COMMA && !isClose(code);) {
    code = text.charCodeAt(++end);
  }
  return end;
}

function isClose(code: number): boolean {
  return code === CLOSE_OBJECT || code === CLOSE_LIST;
}

function endOfContainer(text: string, start: number): number {
  let depth = 0;
  for (let position = start; position < text.length; position++) {
    switch (text.charCodeAt(position)) {
      case QUOTE:
        position = endOfString(text, position);
        if (position < 0) return -1;
        break;
      case OPEN_OBJECT:
      case OPEN_LIST:
        depth++;
        break;
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        if (--depth === 0) return position + 1;
    }
  }
  return -1;
}

/** The quote that ends the string which begins at a place; -1 for none. */
function endOfString(text: string, start: number): number {
  let end = start;
  for (;;) {
    end = text.indexOf('"', end + 1);
    let slashes = end;
    while (text.charCodeAt(slashes - 1) === BACKSLASH) slashes--;
    if (end < 0 || (end - slashes) % 2 === 0) return end;
  }
}

export function skipSpace(text: string, start: number): number {
  let position = start;
  for (let code = text.charCodeAt(position); code === 32 || code === 9 || code === 10 || code === 13;) {
    code = text.charCodeAt(++position);
  }
  return position;
}
