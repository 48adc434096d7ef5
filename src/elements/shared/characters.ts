/** Units of UTF-16 that a character of people takes at most: beyond that, piles of marks are cut. */
const LONGEST = 16;

const PLAIN = /^[ -~]*$/;

let segmenter: Intl.Segmenter | undefined;

/** A text in characters as a person counts them: a letter with its accents is one, and so is a family of emoji. */
function charactersOf(text: string): readonly string[] {
  // Firefox before 125 has none: there only surrogate pairs are kept together.
  if (PLAIN.test(text) || !Intl.Segmenter) return [...text];
  segmenter ??= new Intl.Segmenter();
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** The first characters of a text. @param count how many, as a person counts. */
export function firstCharacters(text: string, count: number): string {
  if (text.length <= count) return text;
  return charactersOf(text.slice(0, count * LONGEST))
    .slice(0, count)
    .join("");
}

/** The last characters of a text. @param count how many, as a person counts. */
export function lastCharacters(text: string, count: number): string {
  if (text.length <= count) return text;
  return charactersOf(text.slice(-count * LONGEST))
    .slice(-count)
    .join("");
}

/** Cuts between two characters. @param length UTF-16 units at most. */
export function cutText(text: string, length: number): string {
  if (text.length <= length || PLAIN.test(text.slice(length - 1, length + 1))) return text.slice(0, length);
  const from = Math.max(0, length - LONGEST * 4);
  let end = from;
  for (const character of charactersOf(text.slice(from, length + LONGEST))) {
    if (end + character.length > length) break;
    end += character.length;
  }
  // One that is longer than all that may be shown is cut beside a surrogate pair.
  return text.slice(0, end > from ? end : length - (/[\udc00-\udfff]/.test(text.charAt(length)) ? 1 : 0));
}
