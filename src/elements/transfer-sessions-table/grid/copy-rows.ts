import { viewOf } from "../../../platform/page/nodes.js";

/** What older engines have in place of `getComposedRanges`, and newer ones beside it. */
interface OlderRoot {
  getSelection?(): Selection | null;
}
interface NewerSelection {
  getComposedRanges?(options: { shadowRoots: readonly Node[] }): readonly StaticRange[];
}

/**
 * Copies marked cells as a table, with a tab between cells and a line for each row: by itself a browser puts each text
 * on a line of its own, and nobody can tell the columns. Within one cell, what is marked is copied as it is.
 */
export function copyRows(event: ClipboardEvent): void {
  const body = event.currentTarget as HTMLElement;
  const range = markedIn(body);
  // A component in a cell may have copied something of its own.
  if (!range || !event.clipboardData || event.defaultPrevented) return;
  const rows: string[][] = [];
  for (const row of body.children) {
    if (!range.intersectsNode(row)) continue;
    rows.push([...row.children].filter((cell) => range.intersectsNode(cell) && isData(cell)).map(textIn));
  }
  if (rows.flat().length < 2) return;
  event.clipboardData.setData("text/plain", rows.map((cells) => cells.join("\t")).join("\n"));
  event.preventDefault();
}

function markedIn(body: HTMLElement): Range | undefined {
  const root = body.getRootNode();
  const selection = viewOf(body).getSelection() as (Selection & NewerSelection) | null;
  const composed = selection?.getComposedRanges?.({ shadowRoots: [root] })[0];
  const older = (root as OlderRoot).getSelection?.() ?? selection;
  const found = composed ?? (older?.rangeCount ? older.getRangeAt(0) : undefined);
  if (!found || found.collapsed) return undefined;
  const range = body.ownerDocument.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range;
}

const isData = (cell: Element): boolean => cell.matches(".cell:not([data-column=actions])");

/** What is read in a cell, without its buttons and what only assistive technology reads. */
function textIn(cell: Element): string {
  const texts = cell.ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  let text = "";
  while (texts.nextNode()) {
    const node = texts.currentNode as Text;
    if (!node.parentElement!.closest(".visually-hidden, button")) text += node.data;
  }
  return text.replaceAll(/\s+/g, " ").trim();
}
