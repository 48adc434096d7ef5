/** How the texts of one language are ordered: numbers by value, case and accents do not count. */
export type TextCompare = (a: string, b: string) => number;

const LIMIT = 128;
const ZERO = 48;
const NINE = 57;

/** ICU compares longer numbers in pieces. */
const LONGEST_NUMBER = 200;

/**
 * The same order, several times faster where ASCII decides, as it does for ids and most names: a long list of ids that
 * nobody has sorted before must not cost a frame.
 *
 * What a character weighs is asked of `compare` itself, so nothing is assumed about the language. Whatever this cannot
 * decide alone (a character beyond ASCII at or right after the first difference, one that the language ignores, a very
 * long number) is left to `compare`; so is everything in a language that sorts pairs of letters as one (Czech ch).
 *
 * @param compare numeric, without regard to case.
 */
export function withAsciiShortcut(compare: TextCompare): TextCompare {
  const weights = weightsOf(compare);
  const shortcut = (a: string, b: string): number => (a === b ? 0 : compareAscii(a, b, weights, compare));
  return agrees(shortcut, compare) ? shortcut : compare;
}

/** By character code: 0 where a character is ignored, else its place; characters that compare as equal share it. */
function weightsOf(compare: TextCompare): Uint8Array {
  const characters = Array.from({ length: LIMIT }, (_, code) => String.fromCharCode(code));
  const counted = characters.filter((character) => compare(character, "") !== 0).sort(compare);
  const weights = new Uint8Array(LIMIT);
  let weight = 0;
  let before = "";
  for (const character of counted) {
    if (compare(before, character) !== 0) weight++;
    weights[character.charCodeAt(0)] = weight;
    before = character;
  }
  return weights;
}

/** Whether the language sorts every pair of letters as its letters, one after the other. */
function agrees(shortcut: TextCompare, compare: TextCompare): boolean {
  const letters = Array.from({ length: 26 }, (_, place) => String.fromCharCode(97 + place));
  const pairs = letters.flatMap((first) => letters.map((second) => first + second)).sort(shortcut);
  return pairs.every(
    (pair, place) =>
      place === 0 || Math.sign(compare(pairs[place - 1]!, pair)) === Math.sign(shortcut(pairs[place - 1]!, pair)),
  );
}

function compareAscii(a: string, b: string, weights: Uint8Array, compare: TextCompare): number {
  const lengthOfA = a.length;
  const lengthOfB = b.length;
  let inA = 0;
  let inB = 0;
  while (inA < lengthOfA && inB < lengthOfB) {
    const codeOfA = a.charCodeAt(inA);
    const codeOfB = b.charCodeAt(inB);
    const weightOfA = codeOfA < LIMIT ? weights[codeOfA]! : 0;
    const weightOfB = codeOfB < LIMIT ? weights[codeOfB]! : 0;
    if (weightOfA === 0 || weightOfB === 0) return compare(a, b);
    if (isDigit(codeOfA) && isDigit(codeOfB)) {
      const endInA = endOfNumber(a, inA);
      const endInB = endOfNumber(b, inB);
      if (endInA - inA > LONGEST_NUMBER || endInB - inB > LONGEST_NUMBER) return compare(a, b);
      // It may go on with digits of another script, or have a mark on it.
      if (a.charCodeAt(endInA) >= LIMIT || b.charCodeAt(endInB) >= LIMIT) return compare(a, b);
      const result = compareNumbers(a, inA, endInA, b, inB, endInB);
      if (result !== 0) return result;
      inA = endInA;
      inB = endInB;
      continue;
    }
    inA++;
    inB++;
    if (weightOfA === weightOfB) continue;
    // A mark that follows may make another letter of this one. At the end the code is NaN, which is not beyond ASCII.
    if (a.charCodeAt(inA) >= LIMIT || b.charCodeAt(inB) >= LIMIT) return compare(a, b);
    return weightOfA - weightOfB;
  }
  if (inA === lengthOfA && inB === lengthOfB) return 0;
  // One is the start of the other, unless the rest is ignored or changes the last letter.
  const next = inA < lengthOfA ? a.charCodeAt(inA) : b.charCodeAt(inB);
  if (next >= LIMIT || weights[next] === 0) return compare(a, b);
  return inA < lengthOfA ? 1 : -1;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** Two runs of digits by value; zeros in front do not count. */
function compareNumbers(a: string, inA: number, endInA: number, b: string, inB: number, endInB: number): number {
  while (inA < endInA && a.charCodeAt(inA) === ZERO) inA++;
  while (inB < endInB && b.charCodeAt(inB) === ZERO) inB++;
  const longer = endInA - inA - (endInB - inB);
  if (longer !== 0) return longer;
  for (; inA < endInA; inA++, inB++) {
    const difference = a.charCodeAt(inA) - b.charCodeAt(inB);
    if (difference !== 0) return difference;
  }
  return 0;
}
