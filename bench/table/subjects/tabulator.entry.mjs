/** Tabulator: rows by index, virtual rendering, updates by id. Only the modules that are used. */
import { EditModule, FilterModule, FormatModule, MutatorModule, SortModule, Tabulator } from "tabulator-tables";
import css from "tabulator-tables/dist/css/tabulator.min.css?inline";
import { COLUMNS, matchesText } from "../columns.mjs";
import { HostList } from "../host-list.mjs";

Tabulator.registerModule([EditModule, FilterModule, FormatModule, MutatorModule, SortModule]);

let table;
let list;
let box;

const button = (text) => (cell) => {
  const shown = text(cell.getData());
  return shown && `<button type="button">${shown}</button>`;
};

const columns = COLUMNS.map(({ id, label, width, field, text, key }) => ({
  title: label,
  field: field ?? "id",
  width,
  headerSort: id !== "actions",
  formatter: id === "actions" ? button(text) : (cell) => text(cell.getData()),
  ...(key ? { sorter: (_a, _b, a, b) => key(a.getData()) - key(b.getData()) } : { sorter: "string" }),
}));

async function apply({ changed, added, removed }) {
  if (changed.length + added.length + removed.length === 0) return;
  table.blockRedraw();
  if (removed.length > 0) await table.deleteRow(removed.map(({ id }) => id));
  if (changed.length > 0) await table.updateData(changed.map((row) => ({ ...row })));
  if (added.length > 0) await table.addData(added);
  table.restoreRedraw();
}

globalThis.subject = {
  row: ".tabulator-cell",
  async first(host, text) {
    list = new HostList();
    list.whole(JSON.parse(text).sessions);
    const style = document.createElement("style");
    style.textContent = css;
    box = document.createElement("div");
    box.append(document.createElement("div"));
    box.style.height = "100%";
    host.append(style, box);
    table = new Tabulator(box.firstChild, {
      // Its own objects: it writes into the data that it is given.
      data: list.rows.map((row) => ({ ...row })),
      index: "id",
      height: box.clientHeight,
      rowHeight: 44,
      layout: "fitData",
      columns,
    });
    await new Promise((resolve) => table.on("tableBuilt", resolve));
  },
  poll: (text) => apply(list.whole(JSON.parse(text).sessions)),
  delta: (text) => apply(list.delta(JSON.parse(text))),
  unchanged() {},
  sort(id) {
    const { field } = COLUMNS.find((column) => column.id === id) ?? {};
    if (field) table.setSort(field, "asc");
    else table.clearSort();
  },
  filter({ text = "", status = [] }) {
    if (text === "" && status.length === 0) return table.clearFilter(true);
    return table.setFilter(
      (row) => (status.length === 0 || status.includes(row.status)) && (text === "" || matchesText(row, text)),
    );
  },
  tick() {
    for (const row of table.getRows("visible")) row.reformat();
  },
  scroller: () => box.querySelector(".tabulator-tableholder"),
  unmount() {
    table.destroy();
    box.previousSibling.remove();
    box.remove();
    table = list = box = undefined;
  },
};
