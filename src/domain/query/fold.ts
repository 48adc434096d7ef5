const BEYOND_ASCII = /[\u0080-\uffff]/;
/** One at a time: engines run out of room for a run of millions. */
const MARKS = /\p{M}/gu;

/**
 * A text as a search compares it: neither case nor accents count, so that `Muller` finds `MÜLLER` and `strasse`
 * finds `Straße`.
 */
export function fold(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  // Upper case first: it alone makes one of ß and SS, or of ı and i. A sigma at the end of a word has a form of its own.
  const plain = text.toUpperCase().toLowerCase();
  // Marks that stand alone go before the others are taken from their letters: to put thousands in order takes seconds.
  return plain.replace(MARKS, "").normalize("NFD").replace(MARKS, "").replaceAll("ς", "σ");
}

/** The words of a search, folded, each once. */
export function foldedWords(text: string): readonly string[] {
  return [...new Set(fold(text).split(/\s+/))].filter((word) => word !== "");
}
