import { visibleText } from "../../../domain/json/text/string-literal.js";
import type { JsonTree } from "../../../domain/json/tree.js";
import { cutText } from "../../shared/characters.js";

const FEWEST_COLUMNS = 24;
const DEFAULT_COLUMNS = 90;

/** Long strings that are shown in full, broken into lines as wide as the pane. */
export class LongTexts {
  /** Characters that fit beside each other in the pane. */
  columns: number;
  #lines = new Map<number, readonly string[]>();

  constructor(columns = DEFAULT_COLUMNS) {
    this.columns = columns;
  }

  /** @returns whether that changed anything. */
  setColumns(columns: number): boolean {
    const wide = Math.max(FEWEST_COLUMNS, columns);
    if (wide === this.columns) return false;
    this.columns = wide;
    const shown = this.#lines.size > 0;
    this.#lines.clear();
    return shown;
  }

  /** Takes the lines of a newer document. */
  adopt(other: LongTexts): void {
    this.#lines = other.#lines;
  }

  linesOf(tree: JsonTree, node: number): readonly string[] {
    let lines = this.#lines.get(node);
    if (!lines) {
      lines = breakText(
        tree.textOf(node),
        Math.max(FEWEST_COLUMNS, this.columns - 2 * Math.min(40, tree.depthOf(node)) - 6),
      );
      this.#lines.set(node, lines);
    }
    return lines;
  }
}

/** Breaks at line breaks, and where a line is full. */
function breakText(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    let rest = line;
    do {
      const piece = cutText(rest, columns);
      lines.push(visibleText(piece));
      rest = rest.slice(piece.length);
    } while (rest !== "");
  }
  return lines;
}
