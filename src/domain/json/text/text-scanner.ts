import type { Job, TimeUp } from "../../../platform/job.js";
import { TextTape } from "./text-tape.js";
import { JsonKind } from "../tree.js";

/** Where a text stops being JSON, and why. */
export interface JsonBreak {
  /** UTF-16 units from the start of the text. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly reason: JsonBreakReason;
  /** The character found there; `""` at the end of the text. */
  readonly found: string;
}

export type JsonBreakReason =
  | "empty"
  | "value"
  | "key"
  | "colon"
  | "comma"
  | "number"
  | "literal"
  | "escape"
  | "control"
  | "string-end"
  | "end"
  | "after";

/** What may come next. */
const State = {
  Value: 0,
  /** After `[`: a value, or `]`. */
  FirstItem: 1,
  /** After `{`: a key, or `}`. */
  FirstKey: 2,
  Key: 3,
  AfterValue: 4,
  Done: 5,
} as const;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** How many steps pass between two looks at the time. */
const STRIDE = 2048;

/**
 * Reads a JSON text into a {@link TextTape}, in slices. Strict as `JSON.parse`, except that a byte order mark in front
 * is passed over; nesting is limited by nothing but the text. The values are not made, only found.
 */
export class TextScanner implements Job {
  readonly tape: TextTape;
  /** Set where the text is no JSON. */
  broken: JsonBreak | undefined;

  readonly #text: string;
  #at = 0;
  #state: number = State.Value;
  #open = -1;
  #keyStart = -1;
  #keyStop = -1;

  constructor(text: string) {
    this.#text = text;
    this.tape = new TextTape(Math.min(1 << 20, Math.ceil(text.length / 14)));
    if (text.charCodeAt(0) === 0xfeff) this.#at = 1;
  }

  /** 0 … 1, for a progress note. */
  get progress(): number {
    return this.#text.length === 0 ? 1 : this.#at / this.#text.length;
  }

  run(timeUp: TimeUp): boolean {
    while (!this.broken && this.#state !== State.Done) {
      for (let step = 0; step < STRIDE && this.#step(); step++);
      if (timeUp()) break;
    }
    return this.broken !== undefined || this.#state === State.Done;
  }

  /** One token. @returns `false` at the end or at the break. */
  #step(): boolean {
    const code = this.#skipSpace();
    if (this.#at >= this.#text.length) return this.#end();
    switch (this.#state) {
      case State.FirstKey:
        if (code === 0x7d) return this.#close();
        return this.#key(code);
      case State.Key:
        return this.#key(code);
      case State.FirstItem:
        if (code === 0x5d) return this.#close();
        return this.#value(code);
      case State.Value:
        return this.#value(code);
      default:
        return this.#after(code);
    }
  }

  /** @returns what comes next; `NaN` at the end. */
  #skipSpace(): number {
    const text = this.#text;
    let at = this.#at;
    let code = text.charCodeAt(at);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = text.charCodeAt(++at);
    this.#at = at;
    return code;
  }

  #end(): boolean {
    if (this.#state === State.AfterValue && this.#open === -1) {
      this.#state = State.Done;
      return false;
    }
    return this.#break(this.tape.count === 0 ? "empty" : "end");
  }

  #after(code: number): boolean {
    if (this.#open === -1) return this.#break("after");
    const inObject = this.tape.kind[this.#open] === JsonKind.object;
    if (code === 0x2c) {
      this.#at++;
      this.#state = inObject ? State.Key : State.Value;
      return true;
    }
    if (code === (inObject ? 0x7d : 0x5d)) return this.#close();
    return this.#break("comma");
  }

  #key(code: number): boolean {
    if (code !== QUOTE) return this.#break("key");
    const start = this.#at;
    if (!this.#string()) return false;
    this.#keyStart = start;
    this.#keyStop = this.#at;
    const next = this.#skipSpace();
    if (this.#at >= this.#text.length) return this.#break("end");
    if (next !== 0x3a) return this.#break("colon");
    this.#at++;
    this.#state = State.Value;
    return true;
  }

  #value(code: number): boolean {
    const start = this.#at;
    switch (code) {
      case 0x7b:
        return this.#openContainer(JsonKind.object, State.FirstKey);
      case 0x5b:
        return this.#openContainer(JsonKind.array, State.FirstItem);
      case QUOTE:
        return this.#string() && this.#leaf(JsonKind.string, start);
      case 0x74:
        return this.#literal("true") && this.#leaf(JsonKind.boolean, start);
      case 0x66:
        return this.#literal("false") && this.#leaf(JsonKind.boolean, start);
      case 0x6e:
        return this.#literal("null") && this.#leaf(JsonKind.null, start);
      default:
        if (code === 0x2d || (code >= 0x30 && code <= 0x39))
          return this.#number() && this.#leaf(JsonKind.number, start);
        return this.#break("value");
    }
  }

  #add(kind: JsonKind, start: number): number {
    const tape = this.tape;
    tape.reserve();
    const node = tape.count++;
    const parent = this.#open;
    tape.kind[node] = kind;
    tape.start[node] = start;
    tape.parent[node] = parent;
    tape.keyStart[node] = this.#keyStart;
    tape.keyStop[node] = this.#keyStop;
    this.#keyStart = -1;
    if (parent !== -1) {
      tape.depth[node] = tape.depth[parent]! + 1;
      tape.ordinal[node] = tape.children[parent]!;
      tape.children[parent] = tape.children[parent]! + 1;
    }
    return node;
  }

  #leaf(kind: JsonKind, start: number): boolean {
    const node = this.#add(kind, start);
    this.tape.stop[node] = this.#at;
    this.tape.next[node] = node + 1;
    this.#state = State.AfterValue;
    return true;
  }

  #openContainer(kind: JsonKind, state: number): boolean {
    this.#open = this.#add(kind, this.#at);
    this.#at++;
    this.#state = state;
    return true;
  }

  #close(): boolean {
    const tape = this.tape;
    const node = this.#open;
    this.#at++;
    tape.stop[node] = this.#at;
    tape.next[node] = tape.count;
    this.#open = tape.parent[node]!;
    this.#state = State.AfterValue;
    return true;
  }

  #literal(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at)) return this.#break("literal");
    this.#at += word.length;
    return true;
  }

  /** From an opening quote past the closing one. */
  #string(): boolean {
    const text = this.#text;
    const length = text.length;
    let at = this.#at + 1;
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.#at = at + 1;
        return true;
      }
      if (code < 0x20) return this.#break("control", at);
      if (code === BACKSLASH) {
        at = escapeEnd(text, at);
        if (at < 0) return this.#break("escape", -at);
      }
    }
    return this.#break("string-end", length);
  }

  #number(): boolean {
    const text = this.#text;
    let at = this.#at;
    if (text.charCodeAt(at) === 0x2d) at++;
    if (text.charCodeAt(at) === 0x30) at++;
    else if ((at = this.#digits(at)) < 0) return false;
    if (text.charCodeAt(at) === 0x2e && (at = this.#digits(at + 1)) < 0) return false;
    if ((text.charCodeAt(at) | 0x20) === 0x65) {
      const sign = text.charCodeAt(++at);
      if (sign === 0x2b || sign === 0x2d) at++;
      if ((at = this.#digits(at)) < 0) return false;
    }
    const next = text.charCodeAt(at);
    if (next >= 0x30 && next <= 0x39) return this.#break("number", at);
    this.#at = at;
    return true;
  }

  /** @returns the end of the digits from an offset, or -1 at the break where there are none. */
  #digits(from: number): number {
    let at = from;
    for (let code = this.#text.charCodeAt(at); code >= 0x30 && code <= 0x39; code = this.#text.charCodeAt(at)) at++;
    if (at === from) this.#break("number", at);
    return at === from ? -1 : at;
  }

  #break(reason: JsonBreakReason, offset = this.#at): false {
    this.broken = { offset, ...placeOf(this.#text, offset), reason, found: characterAt(this.#text, offset) };
    return false;
  }
}

/** @returns the offset of the escape's last character, or minus the offset of what is wrong with it. */
function escapeEnd(text: string, backslash: number): number {
  const code = text.charCodeAt(backslash + 1);
  if (code !== 0x75) return '"\\/bfnrt'.includes(text.charAt(backslash + 1) || "!") ? backslash + 1 : -(backslash + 1);
  for (let at = backslash + 2; at < backslash + 6; at++) {
    const digit = text.charCodeAt(at) | 0x20;
    if (!((digit >= 0x30 && digit <= 0x39 && text.charCodeAt(at) >= 0x30) || (digit >= 0x61 && digit <= 0x66)))
      return -at;
  }
  return backslash + 5;
}

function characterAt(text: string, offset: number): string {
  const point = text.codePointAt(offset);
  return point === undefined ? "" : String.fromCodePoint(point);
}

/** Line and column of an offset, both from 1. `\r\n` is one break. */
function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
