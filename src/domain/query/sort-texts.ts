import type { TextCompare } from "./ascii-weights.js";

export interface TextOrder {
  readonly compare: TextCompare;
  /** See {@link asciiWeights}; absent where texts must be compared as wholes. */
  readonly weights?: Uint8Array;
}

/** Fewer than this are sorted before the preparations would be over. */
const MANY = 200;

const PRINTABLE_ASCII = /^[ -~]*$/;
const ZERO = 48;
const NINE = 57;

/** Numbers of more digits than this are told apart by comparing. */
const MOST_DIGITS = 12;

/** Sorts texts of which each is there once. Equal ones (`a` and `A`) come in any order. May change the list given. */
export function sortTexts(texts: string[], { compare, weights }: TextOrder): string[] {
  if (!weights || texts.length < MANY) return texts.sort(compare);
  const plain: string[] = [];
  const others: string[] = [];
  for (const text of texts) (PRINTABLE_ASCII.test(text) ? plain : others).push(text);
  return mergeSorted(sortPlain(plain, { compare, weights }), others.sort(compare), compare);
}

/**
 * By the first few characters, packed into one number each, which sort without calling back; only those that begin
 * alike are compared. What all have in common, as the composite ids do, is passed over.
 */
function sortPlain(texts: readonly string[], { compare, weights }: Required<TextOrder>): string[] {
  const count = texts.length;
  const start = commonStart(texts);
  const digit = weights[ZERO]!;
  const base = Math.max(...weights) + MOST_DIGITS + 1;
  const length = Math.floor(Math.log2(Number.MAX_SAFE_INTEGER / (count + 1)) / Math.log2(base));
  const keys = new Float64Array(count);
  for (let place = 0; place < count; place++) {
    keys[place] = packedStart(texts[place]!, start, length, weights, digit, base) * count + place;
  }
  keys.sort();

  const sorted: string[] = [];
  let from = 0;
  let before = -1;
  const sortAlike = (): void => {
    if (sorted.length - from > 1) for (const text of sorted.splice(from).sort(compare)) sorted.push(text);
    from = sorted.length;
  };
  for (const key of keys) {
    const place = key % count;
    const packed = (key - place) / count;
    if (packed !== before) sortAlike();
    before = packed;
    sorted.push(texts[place]!);
  }
  sortAlike();
  return sorted;
}

/** How many characters all texts have in common; a number is not cut in two. */
function commonStart(texts: readonly string[]): number {
  // Cut, so that texts without end cost no more than others.
  let common = (texts[0] ?? "").slice(0, 100);
  for (const text of texts) while (!text.startsWith(common)) common = common.slice(0, -1);
  let length = common.length;
  while (length > 0 && isDigit(common.charCodeAt(length - 1))) length--;
  return length;
}

/**
 * The start of a text as one number, `length` figures to the base `base`. A character is its weight. A number of one
 * digit is too; a longer one is first its count of digits, as a figure between those of the digits and of the letters,
 * then its digits.
 */
function packedStart(
  text: string,
  start: number,
  length: number,
  weights: Uint8Array,
  digit: number,
  base: number,
): number {
  let packed = 0;
  let figures = 0;
  /** Digits of the number that is being read. */
  let digits = 0;
  let place = start;
  for (; figures < length && place < text.length; figures++) {
    const code = text.charCodeAt(place);
    let figure: number;
    if (!isDigit(code)) {
      figure = weights[code]!;
      if (figure > digit) figure += MOST_DIGITS;
      place++;
    } else if (digits > 0) {
      figure = digit + code - ZERO;
      digits--;
      place++;
    } else {
      let end = place + 1;
      while (isDigit(text.charCodeAt(end))) end++;
      while (place < end - 1 && text.charCodeAt(place) === ZERO) place++;
      digits = end - place;
      if (digits > MOST_DIGITS) {
        packed = packed * base + digit + 9 + MOST_DIGITS;
        figures++;
        break;
      }
      if (digits > 1) {
        figure = digit + 9 + digits - 1;
      } else {
        figure = digit + text.charCodeAt(place) - ZERO;
        digits = 0;
        place++;
      }
    }
    packed = packed * base + figure;
  }
  // The end of a text comes before any character.
  return packed * base ** (length - figures);
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** Two sorted lists as one. Few into many is the usual case, so places are searched by halving. */
export function mergeSorted(many: readonly string[], few: readonly string[], compare: TextCompare): string[] {
  if (many.length === 0) return [...few];
  if (few.length === 0) return [...many];
  const merged: string[] = [];
  let start = 0;
  for (const text of few) {
    let low = start;
    let high = many.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(many[middle]!, text) <= 0) low = middle + 1;
      else high = middle;
    }
    for (; start < low; start++) merged.push(many[start]!);
    merged.push(text);
  }
  for (; start < many.length; start++) merged.push(many[start]!);
  return merged;
}
