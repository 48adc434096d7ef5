import { keyedSpans, mergeSpans, selfEvidentSpans, veil, type KeyRule, type Span } from "../masks/credential-spans.js";
import { looksLikeCredential } from "../masks/credential-names.js";
import { IntList } from "../int-list.js";
import type { Job, TimeUp } from "../../../platform/job.js";
import { MASK } from "../masks/mask-text.js";
import { askRedact, type Redact, type Reveals } from "../masks/masks.js";
import type { TextTape } from "./text-tape.js";
import { TextTree } from "./text-tree.js";
import { isContainer, pathOf, type JsonPath } from "../tree.js";

/** Longer lines are shown in pieces: a text may be 10 MB on one line. */
const LONGEST_LINE = 400;
const STRIDE = 1 << 15;
const NODES = 256;
/** Strings and numbers, for a host's rule about what comes after the break, where nothing says what is a key. */
const TOKENS = /"|-?\d[\d.eE+-]*/g;

/** A stretch of a line: text as it is, or a masked span (its number, for revealing it). */
export interface LinePiece {
  readonly text: string;
  readonly masked?: number;
  /** A host's own text stands there: it is not to be revealed. */
  readonly replaced?: boolean;
}

/**
 * A text that is no JSON, as lines, with its credentials masked. What comes before the break is known by its path;
 * what comes after it only by the key next to it.
 */
export class BrokenText implements Job {
  readonly #text: string;
  readonly #tree: TextTree;
  readonly #tape: TextTape;
  readonly #break: number;
  readonly #redact: Redact | undefined;
  readonly #reveals: Reveals;
  readonly #lines = new IntList(256);
  #found: Span[] = [];
  #masked: readonly Span[] = [];
  #openPath: JsonPath = [];
  #node = 0;
  #at = 0;
  #lineStart = 0;
  /** Up to here everything is masked, or was looked at. */
  #covered = 0;
  #done = false;

  constructor(text: string, tape: TextTape, breakOffset: number, redact: Redact | undefined, reveals: Reveals) {
    this.#text = text;
    this.#tape = tape;
    this.#tree = new TextTree(text, tape);
    this.#break = breakOffset;
    this.#redact = redact;
    this.#reveals = reveals;
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  run(timeUp: TimeUp): boolean {
    while (this.#redact && this.#node < this.#tape.count) {
      for (let step = 0; step < NODES && this.#node < this.#tape.count; step++) this.#askAbout(this.#node++);
      if (timeUp()) return false;
    }
    while (this.#at < this.#text.length) {
      this.#scan(this.#at, Math.min(this.#text.length, this.#at + STRIDE));
      this.#at += STRIDE;
      if (timeUp()) return false;
    }
    if (!this.#done) {
      this.#lines.push(this.#lineStart);
      this.#masked = mergeSpans(this.#found);
      this.#found = [];
      this.#done = true;
    }
    return true;
  }

  /** The pieces of a line, made when it is seen. */
  line(index: number): readonly LinePiece[] {
    const start = this.#lines.at(index);
    let stop = index + 1 < this.#lines.length ? this.#lines.at(index + 1) : this.#text.length;
    while (stop > start && (this.#text[stop - 1] === "\n" || this.#text[stop - 1] === "\r")) stop--;
    const pieces: LinePiece[] = [];
    let at = start;
    for (let place = this.#firstSpanAfter(start); place < this.#masked.length; place++) {
      const span = this.#masked[place]!;
      if (span.start >= stop) break;
      if (this.#isRevealed(place)) continue;
      if (span.start > at) pieces.push({ text: this.#text.slice(at, span.start) });
      // A value over many lines is masked once, where it begins.
      if (span.start >= start)
        pieces.push({ text: span.shown ?? MASK, masked: place, replaced: span.shown !== undefined });
      at = Math.min(stop, span.stop);
    }
    if (at < stop) pieces.push({ text: this.#text.slice(at, stop) });
    return pieces;
  }

  /** The line of an offset. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.#lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lines.at(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Where a masked span is: the path of its value as far as it is known. */
  pathOfSpan(masked: number): JsonPath {
    const { start } = this.#masked[masked]!;
    if (start >= this.#break) return this.#openPath;
    for (let node = this.#tape.count - 1; node >= 0; node--) {
      if (this.#tape.start[node]! <= start) return pathOf(this.#tree, node);
    }
    return [];
  }

  /** A search over what is shown. The hits are numbers of lines. */
  search(query: string): Job & { readonly hits: IntList } {
    const hits = new IntList();
    const wanted = query.toLowerCase();
    let line = 0;
    return {
      hits,
      run: (timeUp) => {
        if (wanted === "") return true;
        while (line < this.lineCount) {
          // One step on before giving the thread back, or it would come back to the same line for ever.
          const stop = line % 256 === 255 && timeUp();
          this.#collect(line++, wanted, hits);
          if (stop) return false;
        }
        return true;
      },
    };
  }

  reveal(masked: number): void {
    const key = this.#revealKey(masked);
    this.#reveals.add(key, key);
  }

  /** The whole text, masked. */
  maskedText(): string {
    return veil(
      this.#text,
      this.#masked.filter((_, place) => !this.#isRevealed(place)),
    );
  }

  #collect(line: number, wanted: string, hits: IntList): void {
    let shown = this.#shown(line);
    // Where a long line was only cut for showing, what is found may lie across the cut.
    const next = line + 1 < this.lineCount ? this.#lines.at(line + 1) : 0;
    if (next > 0 && this.#text.charCodeAt(next - 1) !== 0x0a)
      shown += this.#shown(line + 1).slice(0, wanted.length - 1);
    if (shown.includes(wanted)) hits.push(line);
  }

  #shown(line: number): string {
    return this.line(line)
      .map((piece) => piece.text)
      .join("")
      .toLowerCase();
  }

  #isRevealed(place: number): boolean {
    return (
      !this.#reveals.isEmpty &&
      this.#masked[place]!.shown === undefined &&
      this.#reveals.get(this.#revealKey(place)) !== undefined
    );
  }

  /** The value itself and its place in the order: the same only for the same value. */
  #revealKey(place: number): string {
    const { start, stop } = this.#masked[place]!;
    return `span ${place} ${this.#text.slice(start, stop)}`;
  }

  #firstSpanAfter(offset: number): number {
    let low = 0;
    let high = this.#masked.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#masked[middle]!.stop <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #askAbout(node: number): void {
    const closed = this.#tape.stop[node]! > 0;
    const container = isContainer(this.#tree.kindOf(node));
    const path = pathOf(this.#tree, node);
    if (container && !closed) this.#openPath = path;
    const answer = askRedact(this.#redact, path, () => (closed ? JSON.parse(this.#tree.spellingOf(node)) : undefined));
    if (answer === false) return;
    const start = this.#tape.start[node]!;
    const stop = closed ? this.#tape.stop[node]! : this.#text.length;
    this.#found.push(typeof answer === "string" ? { start, stop, shown: answer } : { start, stop });
  }

  #scan(from: number, to: number): void {
    this.#splitLines(from, to);
    const known = to <= this.#break;
    const rule: KeyRule = (name, value) =>
      looksLikeCredential(name) ||
      (!known && this.#redact !== undefined && this.#hostMasks([...this.#openPath, name], value()));
    // What a span before has masked already is not looked at again: it may reach to the end of the text.
    for (const span of keyedSpans(this.#text, Math.max(from, this.#covered), to, rule)) {
      this.#found.push(span);
      this.#covered = span.stop;
    }
    for (const span of selfEvidentSpans(this.#text, from, to)) this.#found.push(span);
    if (!this.#redact || to < this.#break) return;
    TOKENS.lastIndex = Math.max(from, this.#break);
    for (let match = TOKENS.exec(this.#text); match && match.index < to; match = TOKENS.exec(this.#text)) {
      const start = match.index;
      const stop = match[0] === '"' ? stringEnd(this.#text, start) : start + match[0].length;
      TOKENS.lastIndex = stop;
      if (this.#hostMasks(this.#openPath, this.#text.slice(start, stop))) this.#found.push({ start, stop });
    }
  }

  #hostMasks(path: JsonPath, spelling: string): boolean {
    return askRedact(this.#redact, path, () => looseValue(spelling)) !== false;
  }

  #splitLines(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      if (this.#text.charCodeAt(at) === 0x0a) {
        this.#lines.push(this.#lineStart);
        this.#lineStart = at + 1;
      } else if (at - this.#lineStart >= LONGEST_LINE) {
        this.#lines.push(this.#lineStart);
        this.#lineStart = at;
      }
    }
  }
}

function looseValue(spelling: string): unknown {
  try {
    return JSON.parse(spelling);
  } catch {
    return spelling.replaceAll(/^["']|["']$/g, "");
  }
}

/** Past the quote that ends a string, or where its line does. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '"') return at + 1;
    if (char === "\r" || char === "\n") break;
    at += char === "\\" && !/[\r\n]/.test(text[at + 1] ?? "\n") ? 2 : 1;
  }
  return at;
}
