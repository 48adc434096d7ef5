import { expect } from "@open-wc/testing";
import { resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import { RowSlots } from "../../../src/elements/transfer-sessions-table/rows/row-slots.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf, drawn, rowsOf, shown, tableOn } from "../../support/table.js";

const NONE = new Set<string>();

const release = (way: string) => (way === "a key" ? sendKeys({ up: "Space" }) : sendMouse({ type: "up" }));

describe("transfer-sessions-table: rows given on", () => {
  it("keeps the rows of sessions that stay, and gives on only what stood between them", () => {
    const slots = new RowSlots();
    const [a, b, c, d, e] = slots.assign(["a", "b", "c", "d", "e"], NONE);
    const next = slots.assign(["a", "x", "d", "y", "z"], NONE);
    expect(next.slice(0, 4)).to.deep.equal([a, b, d, e]);
    expect([a, b, c, d, e], "none was left").not.to.include(next[4]);
  });

  it("makes new rows where a list is scrolled on", () => {
    const slots = new RowSlots();
    const before = slots.assign(["a", "b", "c"], NONE);
    const after = slots.assign(["b", "c", "d"], NONE);
    expect(after.slice(0, 2)).to.deep.equal(before.slice(1));
    expect(before).not.to.include(after[2]);
  });

  it("gives nothing on where those that stay change places", () => {
    const slots = new RowSlots();
    const [a, b, c] = slots.assign(["a", "b", "c"], NONE);
    const next = slots.assign(["c", "x", "a"], NONE);
    expect([next[0], next[2]]).to.deep.equal([c, a]);
    expect([a, b, c]).not.to.include(next[1]);
  });

  it("gives the rows on, in their order, where none stays", () => {
    const slots = new RowSlots();
    const before = slots.assign(["a", "b", "c"], NONE);
    const after = slots.assign(["d", "e", "f", "g"], NONE);
    expect(after.slice(0, 3)).to.deep.equal(before);
    expect(slots.assign(["h"], NONE)).to.deep.equal([before[0]]);
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

  it("does not give on a row that is held", () => {
    const slots = new RowSlots();
    const [a, b, c] = slots.assign(["a", "b", "c"], NONE);
    const next = slots.assign(["d", "e", "f"], new Set(["b"]));
    expect(next.slice(0, 2)).to.deep.equal([a, c]);
    expect([a, b, c]).not.to.include(next[2]);
  });

  for (const way of ["a pointer", "a key"]) {
    it(`lets a press by ${way} act on no session but the one that it began on`, async () => {
      const source = new ScriptedSource([wireRow("a", { status: "queued" }), wireRow("b", { status: "active" })]);
      const { table } = await tableOn(source);
      const ran: string[] = [];
      table.rowActions = [{ id: "note", label: "Note", run: ({ id }) => void ran.push(id) }];
      table.view = { status: ["queued"] };
      await shown(table);
      const button = buttonOf(rowsOf(table)[0]!, /^Note/)!;
      const { left, top, width, height } = button.getBoundingClientRect();
      const press = async (): Promise<void> => {
        if (way === "a key") {
          button.focus();
          await sendKeys({ down: "Space" });
        } else {
          await sendMouse({ type: "move", position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
          await sendMouse({ type: "down" });
        }
      };
      await press();
      await release(way);
      expect(ran, "a whole press").to.deep.equal(["a"]);
      await press();
      table.view = { status: ["active"] };
      await shown(table);
      await release(way);
      await shown(table);
      expect(rowsOf(table)).to.have.length(1);
      expect(ran).to.deep.equal(["a"]);
      await resetMouse();
    });
  }

  it("stays where it was scrolled to while other rows are drawn", async () => {
    const { table } = await tableOn(
      new ScriptedSource(Array.from({ length: 1_000 }, (_, index) => wireRow(`s${index}`))),
    );
    table.style.blockSize = "400px";
    const scroller = table.shadowRoot!.querySelector(".scroller")!;
    await drawn(table);
    for (const place of [20_000, 40_000, 10_000]) {
      scroller.scrollTop = place;
      await drawn(table);
      expect(scroller.scrollTop).to.equal(place);
      const seen = scroller.getBoundingClientRect();
      const row = table.shadowRoot!.elementFromPoint(seen.left + 60, seen.top + 100)?.closest("[role=row]");
      expect(Number(row?.getAttribute("aria-rowindex"))).to.be.closeTo(place / 44 + 3, 2);
    }
  });
});
