/** Vaadin Grid: items with an id path, renderers that write text, content updates for what changed in place. */
import "@vaadin/grid";
import "@vaadin/grid/vaadin-grid-sort-column.js";
import { COLUMNS, matchesText } from "../columns.mjs";
import { HostList } from "../host-list.mjs";

let grid;
let list;
let sorted;
let filter;

const write =
  (text) =>
  (root, _column, { item }) => {
    const shown = text(item);
    if (root.textContent !== shown) root.textContent = shown;
  };

const button =
  (text) =>
  (root, _column, { item }) => {
    const shown = text(item);
    if (!root.firstChild) root.append(document.createElement("button"));
    root.firstChild.hidden = shown === "";
    root.firstChild.textContent = shown;
  };

function show() {
  let items = filter ? list.rows.filter(filter) : list.rows;
  const column = COLUMNS.find(({ id }) => id === sorted);
  // The grid sorts by paths only; a host sorts what has no path of its own, as it documents.
  if (column?.key) items = items.toSorted((a, b) => column.key(a) - column.key(b));
  grid.items = items === grid.items ? [...items] : items;
}

function apply({ changed, added, removed }) {
  if (added.length > 0 || removed.length > 0 || sorted || filter) show();
  else if (changed.length > 0) grid.requestContentUpdate();
}

globalThis.subject = {
  row: "vaadin-grid-cell-content",
  first(host, text) {
    list = new HostList();
    list.whole(JSON.parse(text).sessions);
    grid = document.createElement("vaadin-grid");
    grid.style.height = "100%";
    grid.itemIdPath = "id";
    for (const { id, label, width, field, text: read, key } of COLUMNS) {
      const column = document.createElement(`vaadin-grid-${field && !key ? "sort-" : ""}column`);
      column.header = label;
      column.width = `${width}px`;
      column.flexGrow = 0;
      if (field && !key) column.path = field;
      column.renderer = id === "actions" ? button(read) : write(read);
      column.id = `column-${id}`;
      grid.append(column);
    }
    grid.items = list.rows;
    host.append(grid);
  },
  poll: (text) => apply(list.whole(JSON.parse(text).sessions)),
  delta: (text) => apply(list.delta(JSON.parse(text))),
  unchanged() {},
  sort(id) {
    const before = COLUMNS.find((column) => column.id === sorted);
    const after = COLUMNS.find((column) => column.id === id);
    sorted = id;
    if (before && !before.key) grid.querySelector(`#column-${before.id}`).direction = null;
    if (after && !after.key) grid.querySelector(`#column-${after.id}`).direction = "asc";
    if (before?.key || after?.key) show();
  },
  filter({ text = "", status = [] }) {
    const tests = [];
    if (status.length > 0) tests.push((row) => status.includes(row.status));
    if (text) tests.push((row) => matchesText(row, text));
    filter = tests.length > 0 ? (row) => tests.every((test) => test(row)) : undefined;
    show();
  },
  tick: () => grid.requestContentUpdate(),
  scroller: () => grid.shadowRoot.querySelector("#table"),
  unmount() {
    grid.remove();
    grid = list = filter = sorted = undefined;
  },
};
