import { expect, html } from "@open-wc/testing";
import { AsyncDirective } from "lit/async-directive.js";
import { directive } from "lit/directive.js";
import type { TransferColumn } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { cellOf, rowsOf, shown, tableOn, textOf } from "../../support/table.js";
import { collectWarnings } from "../../support/warnings.js";

const UNREADABLE = {
  toString(): string {
    throw new Error("not to be written");
  },
};

async function tableWith(...columns: unknown[]) {
  const source = new ScriptedSource([wireRow("a"), wireRow("b")]);
  const { table } = await tableOn(source);
  table.columns = columns as TransferColumn[];
  await shown(table);
  const texts = (column: string) => rowsOf(table).map((row) => textOf(cellOf(row, column)));
  return { table, source, texts };
}

describe("transfer-sessions-table: columns of the host", () => {
  const warnings = collectWarnings();

  it("shows text, nodes and templates, and nothing for nothing", async () => {
    const node = document.createElement("b");
    node.textContent = "node";
    const { texts, table } = await tableWith(
      { id: "text", label: "Text", value: () => "", render: () => "<i>text</i>" },
      { id: "node", label: "Node", value: () => "", render: ({ id }: { id: string }) => (id === "a" ? node : "") },
      { id: "template", label: "Template", value: () => "", render: ({ id }: { id: string }) => html`<b>${id}</b>` },
      { id: "none", label: "None", value: () => "", render: () => undefined },
    );
    expect(texts("text")).to.deep.equal(["<i>text</i>", "<i>text</i>"]);
    expect(texts("node")).to.deep.equal(["node", ""]);
    expect(texts("template")).to.deep.equal(["a", "b"]);
    expect(texts("none")).to.deep.equal(["", ""]);
    const cell = cellOf(rowsOf(table)[0]!, "template");
    const before = cell.querySelector("b");
    table.requestUpdate();
    await table.refresh();
    expect(cell.querySelector("b")).to.equal(before);
  });

  it("lets a template that throws when it is drawn cost its cell only, and that until it can be drawn", async () => {
    const { table, source, texts } = await tableWith({
      id: "odd",
      label: "Odd",
      value: () => "",
      render: ({ id, queue }: { id: string; queue: string }) =>
        html`<i>${id === "a" && queue !== "VIP" ? UNREADABLE : queue}</i>`,
    });
    await table.updateComplete;
    expect(texts("odd")).to.deep.equal(["—", "General"]);
    expect(texts("queue")).to.deep.equal(["General", "General"]);
    expect(warnings.filter((warning) => warning.includes('"odd"'))).to.have.length(1);
    source.standing = [wireRow("a", { queue: "VIP" }), wireRow("b")];
    await table.refresh();
    expect(texts("odd")).to.deep.equal(["VIP", "General"]);
    source.standing = [wireRow("a"), wireRow("b")];
    await table.refresh();
    expect(texts("odd")).to.deep.equal(["—", "General"]);
  });

  it("takes what throws something of which no text can be made", async () => {
    const { texts } = await tableWith(
      {
        id: "one",
        label: "One",
        value: () => {
          throw Object.create(null);
        },
      },
      {
        id: "two",
        label: "Two",
        value: () => "",
        render: () => {
          throw Symbol("x");
        },
      },
      { id: "three", label: "Three", value: () => Object.create(null) as unknown },
    );
    for (const column of ["one", "two", "three"]) expect(texts(column)).to.deep.equal(["—", "—"]);
  });

  it("tells the directives of a host's template when they leave the page and come back", async () => {
    const log: string[] = [];
    class Listening extends AsyncDirective {
      render(): string {
        return "on";
      }
      override disconnected(): void {
        log.push("left");
      }
      override reconnected(): void {
        log.push("back");
      }
    }
    const listening = directive(Listening);
    const { table, source } = await tableWith({
      id: "x",
      label: "X",
      value: () => "",
      render: () => html`${listening()}`,
    });
    const place = table.parentElement!;
    table.remove();
    expect(log).to.deep.equal(["left", "left"]);
    place.append(table);
    await shown(table);
    expect(log).to.deep.equal(["left", "left", "back", "back"]);
    table.columns = [];
    await shown(table);
    expect(log.filter((word) => word === "left")).to.have.length(4);
    expect(source.requests.length).to.be.greaterThan(0);
  });

  it("reads each field once, so that what throws later throws nowhere", async () => {
    let reads = 0;
    const column = {
      id: "once",
      label: "Once",
      value: () => "value",
      get width(): number {
        if (reads++ > 0) throw new Error("asked again");
        return 80;
      },
    };
    const throws = {
      id: "never",
      label: "Never",
      value: () => "",
      get sortable(): boolean {
        throw new Error("no");
      },
    };
    const { table, texts } = await tableWith(column, throws);
    expect(texts("once")).to.deep.equal(["value", "value"]);
    expect(table.columns.map(({ id }) => id)).to.deep.equal(["once"]);
    expect(warnings.join()).to.contain("an entry of columns must have");
  });

  it("takes no width that a view would not take", async () => {
    const { table } = await tableWith(
      ...[Infinity, 3, 5000, "80", 80].map((width, place) => ({ id: `c${place}`, label: "C", value: String, width })),
    );
    expect(table.columns.map(({ width }) => width)).to.deep.equal([undefined, undefined, undefined, undefined, 80]);
    expect(warnings.filter((warning) => warning.includes("width"))).to.have.length(4);
  });

  it("keeps the columns that it has when it is given no list", async () => {
    const { table } = await tableWith({ id: "x", label: "X", value: () => "x" });
    table.columns = 5 as never;
    expect(table.columns).to.have.length(1);
    table.columns = undefined as never;
    expect(table.columns).to.have.length(0);
  });
});
