import { expect } from "@open-wc/testing";
import { RowSlots } from "../../../src/elements/transfer-sessions-table/row-slots.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { rowsOf, shown, tableOn } from "../../support/table.js";

describe("transfer-sessions-table: rows given on", () => {
  it("keeps the rows of sessions that stay, and gives on only what stood between them", () => {
    const slots = new RowSlots();
    const [a, b, c, d, e] = slots.assign(["a", "b", "c", "d", "e"]);
    const next = slots.assign(["a", "x", "d", "y", "z"]);
    expect(next.slice(0, 4)).to.deep.equal([a, b, d, e]);
    expect([a, b, c, d, e], "none was left").not.to.include(next[4]);
  });

  it("makes new rows where a list is scrolled on", () => {
    const slots = new RowSlots();
    const before = slots.assign(["a", "b", "c"]);
    const after = slots.assign(["b", "c", "d"]);
    expect(after.slice(0, 2)).to.deep.equal(before.slice(1));
    expect(before).not.to.include(after[2]);
  });

  it("gives nothing on where those that stay change places", () => {
    const slots = new RowSlots();
    const [a, b, c] = slots.assign(["a", "b", "c"]);
    const next = slots.assign(["c", "x", "a"]);
    expect([next[0], next[2]]).to.deep.equal([c, a]);
    expect([a, b, c]).not.to.include(next[1]);
  });

  it("gives the rows on, in their order, where none stays", () => {
    const slots = new RowSlots();
    const before = slots.assign(["a", "b", "c"]);
    const after = slots.assign(["d", "e", "f", "g"]);
    expect(after.slice(0, 3)).to.deep.equal(before);
    expect(slots.assign(["h"])).to.deep.equal([before[0]]);
  });

  it("writes every cell of a row that shows another session", async () => {
    const source = new ScriptedSource([
      wireRow("a", { status: "queued", queue: "VIP", agentName: "Ada" }),
      wireRow("b", { status: "ended", queue: undefined, agentName: "Bo", contactId: undefined }),
    ]);
    const { table } = await tableOn(source);
    table.view = { status: ["queued"] };
    await shown(table);
    const [row] = rowsOf(table);
    table.view = { status: ["ended"] };
    await shown(table);
    expect(rowsOf(table)).to.deep.equal([row]);
    const { table: other } = await tableOn(source);
    other.view = { status: ["ended"] };
    await shown(other);
    expect(row!.innerHTML.replaceAll(/<!--.*?-->/g, "")).to.equal(
      rowsOf(other)[0]!.innerHTML.replaceAll(/<!--.*?-->/g, ""),
    );
  });
});
