const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Where the object ends that begins at a place; -1 where none begins there, or it does not end. */
export function endOfObject(text: string, start: number): number {
  return text.charCodeAt(start) === OPEN_OBJECT ? endOfContainer(text, start) : -1;
}

/**
 * Goes over the members of an object or a list.
 *
 * @param text one JSON value, known to be well-formed.
 */
export function eachMember(text: string, tell: (key: string | number, spelled: string) => void): void {
  let position = skipSpace(text, 0);
  const isObject = text.charCodeAt(position) === OPEN_OBJECT;
  for (let index = 0; ; index++) {
    // Past the bracket, or the comma.
    position = skipSpace(text, position + 1);
    let key: string | number = index;
    if (isClose(text.charCodeAt(position))) return;
    if (isObject) {
      const end = endOfString(text, position) + 1;
      key = JSON.parse(text.slice(position, end)) as string;
      // Past the colon.
      position = skipSpace(text, skipSpace(text, end) + 1);
    }
    const end = endOfValue(text, position);
    if (end < 0) return;
    tell(key, text.slice(position, end));
    position = skipSpace(text, end);
    if (text.charCodeAt(position) !== COMMA) return;
  }
}

function endOfValue(text: string, start: number): number {
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
