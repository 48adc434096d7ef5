import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "../../../lit/repeat.js";
import { whenChanged } from "../../../lit/when-changed.js";
import type { Segment } from "../../../lit/virtual/virtual-rows.js";
import type { Ending } from "../../../stores/sessions/session-endings.js";
import type { GridInput } from "../grid/grid-input.js";
import { styleLength } from "../../../lit/style-length.js";
import type { SelectedSessions } from "../selection/selection.js";
import type { TableIntents } from "../table-intents.js";
import type { TableModel } from "../table-model.js";
import type { DrawnRows } from "./drawn-rows.js";
import type { ListedRow, RowList } from "./row-list.js";
import type { Mark, SharedModel } from "./row-model.js";
import { rowView } from "./row-view.js";

/** What the rows in the document are drawn from. */
interface BodyModel {
  /** The same list until another part of the rows is to be drawn. */
  readonly segments: readonly Segment[];
  readonly rows: RowList;
  readonly selected: SelectedSessions;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly endings: ReadonlyMap<string, Ending>;
  readonly shared: SharedModel;
  /** Another number whenever other sessions need attention. */
  readonly attention: number | undefined;
}

type RowItem = { readonly kind: "row"; readonly index: number; readonly row: ListedRow; slot: number };
type Item = RowItem | (Segment & { readonly kind: "gap" });

/** The rows that are near enough to be seen, and gaps as high as those that are not. Skipped where nothing changed. */
export function bodyView(
  { rows, selection, marks, snapshot, shared }: TableModel,
  intents: TableIntents,
  drawn: DrawnRows,
  input: GridInput,
): unknown {
  if (!snapshot || !shared) return nothing;
  const body: BodyModel = {
    segments: drawn.segments(input.activeIndex),
    rows,
    selected: selection.sessions,
    marks,
    endings: snapshot.endings,
    shared,
    attention: shared.monitor?.version,
  };
  return whenChanged(body, () => rowsView(body, intents, drawn, input));
}

function rowsView(
  { segments, rows, selected, marks, endings, shared }: BodyModel,
  intents: TableIntents,
  drawn: DrawnRows,
  input: GridInput,
): unknown {
  const items = itemsOf(segments, rows);
  const rowItems = items.filter((item) => item.kind === "row");
  const slots = drawn.slots.assign(
    rowItems.map(({ row }) => row.key),
    input.held,
  );
  for (let place = 0; place < slots.length; place++) rowItems[place]!.slot = slots[place]!;
  return repeat(
    items,
    (item) => (item.kind === "row" ? item.slot : `gap ${item.from === 0 ? "first" : item.from}`),
    (item) => {
      if (item.kind === "gap") return gapView(item.height);
      const { row, index } = item;
      return whenChanged(
        {
          ...row,
          index,
          selected: selected.has(row.key),
          mark: marks.get(row.key),
          ending: endings.get(row.key),
          attention: shared.monitor?.rulesOf(row.session) ?? 0,
          shared,
        },
        (model) => rowView(model, intents),
      );
    },
  );
}

function itemsOf(segments: readonly Segment[], rows: RowList): readonly Item[] {
  const items: Item[] = [];
  for (const segment of segments) {
    if (segment.kind === "gap") {
      items.push(segment);
      continue;
    }
    for (let index = segment.from; index < segment.to; index++) {
      const row = rows.at(index);
      if (row) items.push({ kind: "row", index, row, slot: 0 });
    }
  }
  return items;
}

function gapView(height: number): TemplateResult {
  return html`<tr class="gap" role="presentation" aria-hidden="true" ${styleLength("block-size", height)}></tr>`;
}
