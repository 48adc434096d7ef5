import { html, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { Segment } from "../../../lit/virtual/virtual-rows.js";
import type { Ending } from "../../../stores/sessions/session-endings.js";
import type { RowMarks } from "./row-marks.js";
import type { RowContext } from "./row-model.js";
import type { DisplayedRow, RowList } from "./row-list.js";
import type { RowSlots } from "./row-slots.js";
import { rowView } from "./row-view.js";
import type { Selection } from "../selection/selection.js";
import { styleLength } from "../grid/style-length.js";

type Item =
  | { readonly kind: "row"; readonly index: number; readonly row: DisplayedRow; slot: number }
  | (Segment & { readonly kind: "gap" });

export interface BodyContext {
  /** The same list until another part of the rows is to be drawn. */
  readonly segments: readonly Segment[];
  readonly rows: RowList;
  readonly slots: RowSlots;
  /** Keys of rows that a person is about to press. */
  readonly held: ReadonlySet<string | null | undefined>;
  readonly selection: Selection;
  readonly marks: RowMarks;
  readonly endings: ReadonlyMap<string, Ending>;
  readonly context: RowContext;
}

/** The rows that are near enough to be seen, and gaps as high as those that are not. Skipped where nothing changed. */
export function bodyView(body: BodyContext): unknown {
  const { segments, rows, selection, marks, endings, context } = body;
  const parts = [segments, rows.version, selection.version, marks.version, endings, context, context.monitor?.version];
  return guard(parts, () => rowsView(body));
}

function rowsView({ segments, rows, slots, held, selection, marks, endings, context }: BodyContext): unknown {
  const items: Item[] = [];
  const drawn: (Item & { readonly kind: "row" })[] = [];
  for (const segment of segments) {
    if (segment.kind === "gap") {
      items.push(segment);
      continue;
    }
    for (let index = segment.from; index < segment.to; index++) {
      const row = rows.row(index);
      if (!row) continue;
      const item: Item & { kind: "row" } = { kind: "row", index, row, slot: 0 };
      items.push(item);
      drawn.push(item);
    }
  }
  const assigned = slots.assign(
    drawn.map(({ row }) => row.key),
    held,
  );
  for (const [place, slot] of assigned.entries()) drawn[place]!.slot = slot;
  return repeat(
    items,
    (item) => (item.kind === "row" ? item.slot : `gap ${item.from === 0 ? "first" : item.from}`),
    (item) => {
      if (item.kind === "gap") return gapView(item.height);
      const { row, index } = item;
      const ending = endings.get(row.key);
      const selected = selection.has(row.key);
      const mark = marks.of(row.key);
      const attention = context.monitor?.rulesOf(row.session);
      return guard([row.session, row.muted, index, selected, mark, ending, attention, context], () =>
        rowView(row, { index, selected, mark }, ending, context),
      );
    },
  );
}

function gapView(height: number): TemplateResult {
  return html`<tr class="gap" role="presentation" aria-hidden="true" ${styleLength("blockSize", height)}></tr>`;
}
