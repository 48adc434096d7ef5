import type { Condition } from "./environment.js";

/** How far a person can see what somebody shows. */
export interface Sight {
  /** Its page is not hidden. */
  readonly page: Condition;
  /** Whether it has a box on the page. To be asked seldom: the browser may have to lay the page out for it. */
  isDrawn(): boolean;
  /** Calls back when it has got a box. @returns what ends that. */
  whenDrawn(onDrawn: () => void): () => void;
}

/** Whatever is on the page that is seen. */
export function sightOf(page: Condition): Sight {
  return { page, isDrawn: () => true, whenDrawn: () => () => {} };
}
