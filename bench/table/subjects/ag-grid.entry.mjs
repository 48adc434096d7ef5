/** AG Grid Community: row ids, transactions, only the modules that are used. */
import {
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  createGrid,
  ExternalFilterModule,
  ModuleRegistry,
  RenderApiModule,
  TextFilterModule,
  QuickFilterModule,
} from "ag-grid-community";
import { COLUMNS } from "../columns.mjs";
import { HostList } from "../host-list.mjs";

ModuleRegistry.registerModules([
  ClientSideRowModelModule,
  ClientSideRowModelApiModule,
  ColumnApiModule,
  RenderApiModule,
  TextFilterModule,
  QuickFilterModule,
  ExternalFilterModule,
]);

let api;
let box;
let list;
let statuses = [];

const button = ({ value }) => {
  if (!value) return "";
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = value;
  return element;
};

const columnDefs = COLUMNS.map(({ id, label, width, field, text, key }) => {
  const column = {
    colId: id,
    headerName: label,
    width,
    sortable: id !== "actions",
    getQuickFilterText: field ? ({ data }) => data[field] : () => "",
  };
  if (id === "actions") return Object.assign(column, { valueGetter: ({ data }) => text(data), cellRenderer: button });
  const value = key ? { valueGetter: ({ data }) => key(data) } : { field };
  return Object.assign(column, value, { valueFormatter: ({ data }) => text(data) });
});

const apply = ({ changed, added, removed }) => api.applyTransaction({ update: changed, add: added, remove: removed });

globalThis.subject = {
  row: ".ag-cell",
  first(host, text) {
    list = new HostList();
    list.whole(JSON.parse(text).sessions);
    box = document.createElement("div");
    box.style.height = "100%";
    host.append(box);
    api = createGrid(box, {
      columnDefs,
      rowData: list.rows,
      getRowId: ({ data }) => data.id,
      rowHeight: 44,
      animateRows: false,
      cacheQuickFilter: true,
      isExternalFilterPresent: () => statuses.length > 0,
      doesExternalFilterPass: ({ data }) => statuses.includes(data.status),
    });
  },
  poll: (text) => apply(list.whole(JSON.parse(text).sessions)),
  delta: (text) => apply(list.delta(JSON.parse(text))),
  unchanged() {},
  sort(id) {
    api.applyColumnState({ state: id ? [{ colId: id, sort: "asc" }] : [], defaultState: { sort: null } });
  },
  filter({ text = "", status = [] }) {
    if (text !== (api.getGridOption("quickFilterText") ?? "")) api.setGridOption("quickFilterText", text);
    if (status.length > 0 || statuses.length > 0) {
      statuses = status;
      api.onFilterChanged();
    }
  },
  tick: () => api.refreshCells({ columns: ["duration"] }),
  scroller: () => box.querySelector(".ag-grid-viewport, .ag-body-viewport"),
  unmount() {
    api.destroy();
    box.remove();
    api = box = list = undefined;
  },
};
