/** This table, on the real path: text, the list's own reader, the answer of `list`, the store, the table. */
import { sessionStoreFor } from "../../../src/instances/session-store-for.ts";
import "../../../src/define/transfer-sessions-table.ts";
import { ListText } from "../../../src/sources/http/list-text.ts";
import { clock, handTimers } from "../clock.mjs";

let texts;

/** As the HTTP adapter makes it of text: nobody else holds the rows, and those spelled as before are the same objects. */
const parse = (text) => Object.assign(texts.read(text), { fresh: true });

let answer;
let source;
let table;

async function poll(next) {
  answer = next;
  await table.refresh();
}

globalThis.subject = {
  row: "td",
  async first(host, text) {
    source = { list: async () => answer(), end: async () => {} };
    sessionStoreFor(source, { environment: { clock, timers: handTimers } });
    texts = new ListText();
    answer = () => parse(text);
    table = document.createElement("transfer-sessions-table");
    table.style.blockSize = "100%";
    table.pollInterval = 2 ** 40;
    table.dataSource = source;
    host.append(table);
    await table.refresh();
  },
  poll: (text) => poll(() => parse(text)),
  /** A host's own source: it reads the text itself, and may keep the rows and change them. */
  pollObjects: (text) => poll(() => JSON.parse(text)),
  delta: (text) => poll(() => parse(text)),
  unchanged: () => poll(() => ({ unchanged: true })),
  async sort(by) {
    table.view = { ...table.view, sort: by ? [{ by, direction: "ascending" }] : [] };
    await table.updateComplete;
  },
  async filter({ text = "", status = [] }) {
    table.view = { ...table.view, text, status };
    await table.updateComplete;
  },
  tick() {},
  scroller: () => table.shadowRoot.querySelector(".scroller"),
  unmount() {
    table.remove();
    table = undefined;
    source = undefined;
    answer = undefined;
    texts = undefined;
  },
};
