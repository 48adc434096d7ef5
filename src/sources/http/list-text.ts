import { hasLongNumbers, parseExactly } from "./exact-rows.js";
import { endOfValue, skipSpace } from "./json-spans.js";

/** Below so many characters a body is read as fast as it is compared. */
const SMALL = 20_000;

/** Rows ahead in which one is looked for that does not stand where it stood: those between have left. */
const AHEAD = 16;

/** New rows of a body that may be read one by one; more than these and a quarter, and the whole is read at once. */
const FEW = 64;

/** What stands before the first row: nothing but a bracket, or an object with plain values before its `sessions`. */
const HEAD = /^\s*(?:\{\s*(?:"[^"\\]*"\s*:\s*(?:"[^"\\]*"|[\w.+-]+)\s*,\s*){0,50}"sessions"\s*:\s*)?\[\s*/;

const COMMA = 44;
const CLOSE_LIST = 93;

interface Known {
  /** Its spelling, a part of the last body. */
  readonly text: string;
  readonly row: unknown;
}

/**
 * Reads one list after the other. What it gives is what {@link parseExactly} would give, but a row that is spelled as it was in
 * the list before is the very same object: to compare its text costs a tenth of what reading it does, and whoever gets
 * the rows sees at a glance which of them changed.
 */
export class ListText {
  #known: readonly Known[] = [];
  /** Long ones that were read. */
  #lists = 0;

  /** @throws SyntaxError where the text is no JSON. */
  read(text: string): unknown {
    // The first list is wanted on the screen, and there may never be a second.
    const isNext = text.length >= SMALL && this.#lists++ > 0;
    return (isNext && this.#readOn(text)) || parseExactly(text);
  }

  /** @returns `undefined` for a text that must be read as a whole, be it that it is no JSON. */
  #readOn(text: string): unknown {
    const before = this.#known;
    this.#known = [];
    const head = HEAD.exec(text)?.[0];
    if (head === undefined) {
      this.#known = before;
      return undefined;
    }
    try {
      const walked = walk(text, head.length, before);
      const list = walked && withRows(head, text.slice(walked.end), walked.known);
      if (list) this.#known = walked.known;
      return list;
    } catch {
      return undefined;
    }
  }
}

/** Goes from row to row, up to the bracket that ends them. @throws SyntaxError where a row is no JSON. */
function walk(
  text: string,
  start: number,
  before: readonly Known[],
): { readonly known: Known[]; readonly end: number } | undefined {
  const most = before.length > 0 ? FEW + before.length / 4 : Infinity;
  const known: Known[] = [];
  // With no row known, all are asked at once; later, the few that are new are asked one by one.
  const isExact = before.length === 0 && !hasLongNumbers(text);
  let fresh = 0;
  let expected = 0;
  let position = start;
  if (text.charCodeAt(position) === CLOSE_LIST) return { known, end: position };
  for (;;) {
    let same: Known | undefined;
    for (let place = expected; place < Math.min(expected + AHEAD, before.length) && !same; place++) {
      const one = before[place]!;
      const spelled = text.slice(position, position + one.text.length);
      if (spelled !== one.text) continue;
      // Cut from this body, or the last one could never be let go.
      same = { text: spelled, row: one.row };
      expected = place + 1;
    }
    if (!same) {
      const end = text[position] === "{" ? endOfValue(text, position) : -1;
      if (end < 0 || ++fresh > most) return undefined;
      const spelled = text.slice(position, end);
      same = { text: spelled, row: isExact ? JSON.parse(spelled) : parseExactly(spelled) };
    }
    known.push(same);
    position = skipSpace(text, position + same.text.length);
    const next = text.charCodeAt(position);
    if (next === CLOSE_LIST) return { known, end: position };
    if (next !== COMMA) return undefined;
    position = skipSpace(text, position + 1);
  }
}

/** The whole answer, once what is around the rows has been read too. */
function withRows(head: string, tail: string, known: readonly Known[]): unknown {
  const rows = known.map(({ row }) => row);
  // Stands for the rows while what is around them is read; nothing that a server could send.
  const mark = `rows ${Math.random()}`;
  const around = parseExactly(`${head}"${mark}"${tail}`) as { sessions?: unknown[] } | unknown[];
  if (Array.isArray(around)) return rows;
  // Another field of that name would be the one that counts.
  if (around.sessions?.[0] !== mark || around.sessions.length !== 1) return undefined;
  around.sessions = rows;
  return around;
}
