import type { Rows } from "../../domain/json/rows.js";
import type { JsonPaneStrings } from "../../i18n/json-pane-strings.js";
import type { Words } from "../../lit/controllers/localize-controller.js";
import type { LongTexts } from "./document/long-texts.js";
import type { ListedDocument, PaneDocument, PaneStore, PaneView } from "./document/pane-store.js";
import type { RowWindow } from "./rows/row-window.js";

/** Everything that the views show. Made once per update. */
export interface PaneModel extends ListedDocument {
  readonly words: Words<JsonPaneStrings>;
  readonly label: string;
  /** `undefined` until something was read. */
  readonly document: PaneDocument | undefined;
  /** 0 … 1 while a text is read for which nothing is shown yet. */
  readonly progress: number;
  readonly view: PaneView;
  /** The tree is shown: it is one, and not as raw text. */
  readonly isTree: boolean;
  readonly rows: Rows;
  readonly longTexts: LongTexts;
  /** The rows that are drawn. */
  readonly window: RowWindow;
  readonly activeNode: number;
  readonly activeRow: number;
  readonly hoveredRow: number;
  /** As it was typed. */
  readonly query: string;
  readonly hitCount: number;
  /** Place of the current hit among the hits; -1 if there is none. */
  readonly hit: number;
  /** Its node, or its line in a text that is not JSON; -1 if there is none. */
  readonly hitAt: number;
  readonly searching: boolean;
  /** A confirmation, such as "Copied". */
  readonly said: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What the model has besides what the store knows. */
type Besides = Pick<PaneModel, "words" | "label" | "window" | "hoveredRow" | "said" | "now">;

export function paneModelOf(store: PaneStore, besides: Besides): PaneModel {
  const { document, progress, view, rows, longTexts, activeNode, activeRow, query, hits, hit, searching } = store;
  return {
    ...besides,
    document,
    progress,
    view,
    isTree: document?.kind === "tree" && view === "tree",
    rows,
    longTexts,
    activeNode,
    activeRow,
    query,
    hitCount: hits.length,
    hit,
    hitAt: hit < 0 ? -1 : hits.at(hit),
    searching,
  };
}
