const LIMIT = 128;
const SPACE = 32;
const TILDE = 126;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** How the texts of one language are ordered. */
export type TextCompare = (a: string, b: string) => number;

/**
 * By ASCII code, the place of each character in the order of a language, from 1; those that compare as equal share one.
 * It is asked of `compare` itself, so nothing is assumed about the language.
 *
 * @param compare numeric, without regard to case.
 * @returns `undefined` where texts are not ordered character by character: the language passes over some printable
 * ones (Thai), or sorts pairs of letters as one (Czech ch).
 */
export function asciiWeights(compare: TextCompare): Uint8Array | undefined {
  const characters = [...Array(TILDE + 1 - SPACE).keys()].map((place) => String.fromCharCode(SPACE + place));
  const weights = new Uint8Array(LIMIT);
  let weight = 0;
  let before = "";
  for (const character of characters.sort(compare)) {
    if (compare(before, character) !== 0) weight++;
    weights[character.charCodeAt(0)] = weight;
    before = character;
  }
  const isEachCounted = compare(characters[0]!, "") !== 0;
  return isEachCounted && isByLetter(compare, weights) ? weights : undefined;
}

/** Whether every pair of letters is sorted as its letters, one after the other. */
function isByLetter(compare: TextCompare, weights: Uint8Array): boolean {
  const pairs = [...LETTERS].flatMap((first) => [...LETTERS].map((second) => first + second));
  const place = (pair: string) => weights[pair.charCodeAt(0)]! * LIMIT + weights[pair.charCodeAt(1)]!;
  pairs.sort((a, b) => place(a) - place(b));
  return pairs.every((pair, index) => {
    const before = pairs[index - 1];
    return before === undefined || Math.sign(compare(before, pair)) === Math.sign(place(before) - place(pair));
  });
}
