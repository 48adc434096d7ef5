/** Units of UTF-16 that one character takes at most, where people write: beyond that, piles of marks are cut. */
const LONGEST = 64;

/** Characters that join none before or after them: by far most texts hold no others. */
const PLAIN = /^[\u0020-\u007e]*$/;

/** For browsers without `Intl.Segmenter`: a sign with its accents and its shade, and what is joined to it. */
const CHARACTERS =
  /(?:\P{M}|^)[\p{M}\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}]*(?:\u200d\P{M}[\p{M}\u{1f3fb}-\u{1f3ff}]*)*/gsu;

let segmenter: Intl.Segmenter | undefined;

/** The characters as a person counts them: a letter with its accents is one, and so is a family of emoji. */
function* charactersOf(text: string): Generator<string> {
  if (typeof Intl.Segmenter === "function") {
    segmenter ??= new Intl.Segmenter();
    for (const { segment } of segmenter.segment(text)) yield segment;
  } else {
    for (const [character] of text.matchAll(CHARACTERS)) yield character;
  }
}

/** @param end in UTF-16 units. @returns the same, or one less where that is inside a surrogate pair. */
function besidePairs(text: string, end: number): number {
  return /[\ud800-\udbff]/.test(text.charAt(end - 1)) && /[\udc00-\udfff]/.test(text.charAt(end)) ? end - 1 : end;
}

/** The first characters of a text. @param count how many, as a person counts. */
export function firstCharacters(text: string, count: number): string {
  if (text.length <= count || PLAIN.test(text.slice(0, count + 1))) return text.slice(0, count);
  let first = "";
  let left = count;
  for (const character of charactersOf(text.slice(0, besidePairs(text, count * LONGEST)))) {
    if (left-- === 0) break;
    first += character;
  }
  return first;
}

/** The last characters of a text. @param count how many, as a person counts. */
export function lastCharacters(text: string, count: number): string {
  if (text.length <= count || PLAIN.test(text.slice(-count - 1))) return text.slice(-count);
  const from = besidePairs(text, Math.max(0, text.length - count * LONGEST));
  return [...charactersOf(text.slice(from))].slice(-count).join("");
}

/** Cuts between two characters. @param length UTF-16 units at most. */
export function cutText(text: string, length: number): string {
  if (text.length <= length || PLAIN.test(text.slice(length - 1, length + 1))) return text.slice(0, length);
  const from = besidePairs(text, Math.max(0, length - LONGEST));
  let end = from;
  for (const character of charactersOf(text.slice(from, besidePairs(text, length + LONGEST)))) {
    if (end + character.length > length) break;
    end += character.length;
  }
  // One that is longer than all that may be shown.
  return text.slice(0, end > from ? end : besidePairs(text, length));
}
