/**
 * The floor: JSON.parse, and writes by hand of the cells in sight that changed. No component does less, and none that
 * is of use can: it knows no keyboard, no updates under the pointer, no odd records. As many rows as this table has
 * stand beyond the edges, so that scrolling is compared with like.
 */
import { COLUMNS, durationOf, matchesText } from "../columns.mjs";

const ROW = 44;
const OVERSCAN = 10;
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

let rows = [];
let shown = [];
let order;
let filter;
let scroller;
let body;
let cells = [];
let drawnFrom = 0;

const textKey =
  ({ field }) =>
  (row) =>
    row[field];

function arrange() {
  shown = filter ? rows.filter(filter) : rows;
  if (order) shown = shown.toSorted(order);
  draw();
}

function draw() {
  const seen = Math.ceil(scroller.clientHeight / ROW);
  const count = Math.min(shown.length, seen + 2 * OVERSCAN);
  const from = Math.max(0, Math.min(Math.floor(scroller.scrollTop / ROW) - OVERSCAN, shown.length - count));
  while (cells.length < count) addRow();
  while (cells.length > count) cells.pop()[0].parentNode.remove();
  body.style.height = `${shown.length * ROW}px`;
  if (from !== drawnFrom) body.firstChild.style.top = `${from * ROW}px`;
  drawnFrom = from;
  for (let place = 0; place < count; place++) write(cells[place], shown[from + place]);
}

function addRow() {
  const line = document.createElement("tr");
  cells.push(COLUMNS.map(() => line.appendChild(document.createElement("td"))).map((cell) => write1(cell)));
  body.firstChild.firstChild.append(line);
}

function write1(cell) {
  cell.append("");
  return cell;
}

function write(line, row) {
  for (let column = 0; column < COLUMNS.length; column++) {
    const text = COLUMNS[column].text(row);
    const node = line[column].firstChild;
    if (node.data !== text) node.data = text;
  }
}

globalThis.subject = {
  row: "td",
  first(host, text) {
    const style = document.createElement("style");
    style.textContent = `.floor { height: 100%; overflow: auto; font: 14px system-ui } .floor > div { position: relative }
      .floor table { position: absolute; top: 0; table-layout: fixed; width: 1190px; border-spacing: 0 }
      .floor td { height: ${ROW}px; padding: 0 12px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis;
      box-sizing: border-box; border-bottom: 1px solid #ccc }`;
    scroller = document.createElement("div");
    scroller.className = "floor";
    body = document.createElement("div");
    body.append(document.createElement("table"));
    body.firstChild.append(document.createElement("tbody"));
    scroller.append(style, body);
    host.append(scroller);
    scroller.addEventListener("scroll", draw, { passive: true });
    rows = JSON.parse(text).sessions;
    arrange();
  },
  poll(text) {
    rows = JSON.parse(text).sessions;
    arrange();
  },
  delta(text) {
    const { changed, removed } = JSON.parse(text);
    const fresh = new Map(changed.map((row) => [row.id, row]));
    const gone = new Set(removed);
    rows = rows.filter((row) => !gone.has(row.id)).map((row) => take(fresh, row));
    rows.push(...fresh.values());
    arrange();
  },
  unchanged() {},
  sort(id) {
    const column = COLUMNS.find((one) => one.id === id);
    const key = column?.key ?? (column && textKey(column));
    order = column && (column.key ? (a, b) => key(a) - key(b) : (a, b) => collator.compare(key(a), key(b)));
    arrange();
  },
  filter({ text = "", status = [] }) {
    const tests = [];
    if (status.length > 0) tests.push((row) => status.includes(row.status));
    if (text) tests.push((row) => matchesText(row, text));
    filter = tests.length > 0 && ((row) => tests.every((test) => test(row)));
    arrange();
  },
  tick() {
    const column = COLUMNS.findIndex(({ id }) => id === "duration");
    for (const [place, line] of cells.entries()) {
      const row = shown[drawnFrom + place];
      if (durationOf(row) < 600_000) write(line, row);
      else if (line[column].firstChild.data !== COLUMNS[column].text(row)) write(line, row);
    }
  },
  scroller: () => scroller,
  unmount() {
    scroller.remove();
    rows = shown = cells = [];
    scroller = body = order = filter = undefined;
  },
};

function take(fresh, row) {
  const next = fresh.get(row.id);
  if (next) fresh.delete(row.id);
  return next ?? row;
}
