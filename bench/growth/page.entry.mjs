/** How long each work on a text that others wrote takes for a text and for twice the text. */
import { PARTS, WORK } from "../../test/support/long-texts.ts";

/** Of several, since whatever else happens only adds to it. */
const TURNS = 7;

function leastOf(work, text) {
  let least = Infinity;
  for (let turn = 0; turn < TURNS; turn++) {
    const start = performance.now();
    work(text);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

globalThis.growth = {
  names: Object.keys(WORK),
  /** @returns of each part that is repeated: ms for `length` characters, for twice and for four times as many. */
  of(name, length) {
    return PARTS.map((part) => {
      const text = part.repeat(Math.ceil(length / part.length));
      return { part, times: [1, 2, 4].map((times) => leastOf(WORK[name], text.repeat(times))) };
    });
  },
};
