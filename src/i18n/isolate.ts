/** What can turn the direction of text around it: strong characters of right-to-left scripts, and direction marks. */
const TURNS =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A word that no sentence can turn, in whatever direction it runs: a name of a language, a key. */
const STEADY = /^[a-z]([\w-]*[a-z\d])?$/i;

/** An isolate ends with its paragraph. */
// eslint-disable-next-line no-control-regex -- some controls end a paragraph
const ENDS_PARAGRAPH = /[\n\r\u001c-\u001e\u0085\u2029]/;

const OPENS = /[\u2066-\u2068]/;
const FIRST_STRONG_ISOLATE = "\u2068";
const POP = "\u2069";

/**
 * A value, to be put into a sentence: nothing in it can turn the words around it, also not by marks that it leaves open
 * or closes too often. Plain text stays as it is.
 *
 * @param isRtl the sentence runs from right to left: then that holds for a value of plain numbers and signs, too.
 */
export function isolate(value: string, isRtl = false): string {
  const needed = TURNS.test(value) || (isRtl && value !== "" && !STEADY.test(value));
  return needed ? FIRST_STRONG_ISOLATE + balanced(value) + POP : value;
}

function balanced(value: string): string {
  let open = 0;
  let text = "";
  for (const character of value) {
    if (character === POP) {
      // It would close the isolate around the value.
      if (open === 0) continue;
      open--;
    } else if (OPENS.test(character)) {
      open++;
    }
    text += ENDS_PARAGRAPH.test(character) ? " " : character;
  }
  return text + POP.repeat(open);
}

/**
 * Joins values and sentences into one, each isolated.
 *
 * @example sentence`${strings.endSession(contact)}: ${because}`
 */
export function sentence(words: TemplateStringsArray, ...values: string[]): string {
  return String.raw({ raw: words }, ...values.map((value) => isolate(value)));
}

/** The same words, whose functions isolate the values that they are given, in whatever language they make the sentence. */
export function isolating<S extends object>(words: S, isRtl: boolean): S {
  const isolated: Record<string, unknown> = { ...(words as Record<string, unknown>) };
  for (const [key, word] of Object.entries(words) as [string, unknown][]) {
    if (typeof word !== "function") continue;
    isolated[key] = (...values: unknown[]): unknown =>
      word(...values.map((value) => (typeof value === "string" ? isolate(value, isRtl) : value)));
  }
  return isolated as S;
}
