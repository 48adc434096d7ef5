import { expect } from "@open-wc/testing";
import { resetMouse, sendMouse } from "@web/test-runner-commands";
import type { RowElement } from "../../../src/elements/transfer-sessions-table/rows/row-view.js";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { openMenu } from "../../support/menu.js";
import { NOON, type FakeEnvironment } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf, cellOf, dialogOf, loaded, rowsOf, shown, tableOn, textOf } from "../../support/table.js";

const STATUSES = ["pending", "queued", "active", "post_agent", "ended"];
const MINUTE = 60_000;

/** The same floor for the same seed: sessions arrive anywhere in the list, move on, and leave. */
class Floor {
  #seed: number;
  #next = 0;
  #time = NOON;
  rows: Record<string, unknown>[] = [];

  constructor(seed: number) {
    this.#seed = seed;
    for (let index = 0; index < 30; index++) this.#arrive();
  }

  chance(): number {
    // A linear congruential generator will do: only repeatability counts.
    this.#seed = (this.#seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return this.#seed / 2 ** 32;
  }

  /** @param keep ids that do not leave in this step. */
  step(keep: ReadonlySet<string> = new Set()): Record<string, unknown>[] {
    this.#time += 30_000;
    this.rows = this.rows.filter(({ id }) => keep.has(String(id)) || this.chance() > 0.06);
    this.rows = this.rows.map((row) => {
      if (this.chance() > 0.2) return row;
      return Object.assign({}, row, {
        status: STATUSES[Math.floor(this.chance() * 4)],
        updatedAt: this.#time,
      });
    });
    for (let arrivals = Math.floor(this.chance() * 4); arrivals > 0; arrivals--) this.#arrive();
    return this.rows;
  }

  #arrive(): void {
    const row = wireRow(`s${this.#next++}`, { status: "queued", createdAt: this.#time, updatedAt: this.#time });
    this.rows.splice(Math.floor(this.chance() * (this.rows.length + 1)), 0, row);
  }
}

async function busyTable(seed: number) {
  const floor = new Floor(seed);
  const source = new ScriptedSource(() => floor.step());
  const { table, environment } = await tableOn(source);
  table.view = { sort: [{ by: "status", direction: "ascending" }] };
  await shown(table);
  return { floor, source, table, environment };
}

const keyAt = (table: TransferSessionsTable, x: number, y: number): string | undefined =>
  table.shadowRoot!.elementFromPoint(x, y)?.closest<RowElement>("[part~=row]")?.rowKey;

/** An hour of polls, one each half minute. @param look is called after each. */
async function hour(table: TransferSessionsTable, environment: FakeEnvironment, look: () => void | Promise<void>) {
  for (let poll = 0; poll < 120; poll++) {
    await environment.pass(30_000);
    await shown(table);
    await look();
  }
}

describe("transfer-sessions-table: a busy hour", function () {
  this.timeout(60_000);
  afterEach(() => resetMouse());

  for (const place of [2, 5, 9]) {
    it(`puts no other row under a pointer on row ${place + 1}`, async () => {
      const { table, environment } = await busyTable(1);
      let looks = 0;
      const cell = cellOf(rowsOf(table)[place]!, "agent");
      cell.scrollIntoView({ block: "center" });
      const { left, top, height } = cell.getBoundingClientRect();
      const [x, y] = [Math.round(left + 20), Math.round(top + height / 2)];
      await sendMouse({ type: "move", position: [x, y] });
      await shown(table);
      const key = keyAt(table, x, y);
      await hour(table, environment, async () => {
        expect(keyAt(table, x, y)).to.equal(key);
        // A person who is there moves now and then.
        looks++;
        await sendMouse({ type: "move", position: [x + (looks % 2), y] });
      });
      expect(looks).to.equal(120);
    });
  }

  it("loses no focus, and keeps it on its session while that is listed", async () => {
    const { floor, source, table, environment } = await busyTable(2);
    cellOf(rowsOf(table)[4]!, "agent").focus();
    await shown(table);
    const focused = () => table.shadowRoot!.activeElement?.closest<RowElement>("[part~=row]")?.rowKey;
    const key = focused()!;
    source.standing = () => floor.step(new Set([key.split("\n")[0]!]));
    await hour(table, environment, () => {
      expect(focused()).to.equal(key);
    });
    source.standing = [];
    await environment.pass(2 * MINUTE);
    await shown(table);
    expect(focused(), "muted, but there, as long as somebody is at it").to.equal(key);
  });

  it("changes the subject of no question", async () => {
    const { table, source, environment } = await busyTable(3);
    const end = table.shadowRoot!.querySelectorAll<HTMLButtonElement>("button.end")[3]!;
    const contact = textOf(cellOf(end.closest<HTMLElement>("[role=row]")!, "contact"));
    end.click();
    await loaded(table);
    const question = textOf(dialogOf(table).querySelector("#confirm-message"));
    expect(question).to.contain(contact);
    await hour(table, environment, () => {
      expect(textOf(dialogOf(table).querySelector("#confirm-message"))).to.equal(question);
      expect(dialogOf(table).contains(table.shadowRoot!.activeElement)).to.equal(true);
    });
    const over = textOf(dialogOf(table).querySelector("[role=status]")) !== "";
    buttonOf(dialogOf(table), "End session")!.click();
    await shown(table);
    expect(source.ends.map(({ session }) => session.contactId)).to.deep.equal(over ? [] : [contact]);
  });

  it("keeps a menu open, with the focus in it", async () => {
    const { table, environment } = await busyTable(5);
    const menu = await openMenu(table, "Status");
    const box = table.shadowRoot!.activeElement;
    expect(menu.contains(box)).to.equal(true);
    await hour(table, environment, () => {
      expect(menu.matches(":popover-open")).to.equal(true);
      expect(table.shadowRoot!.activeElement).to.equal(box);
    });
  });

  it("keeps a search as typed", async () => {
    const { table, environment } = await busyTable(4);
    const search = table.shadowRoot!.querySelector<HTMLInputElement>(".search input")!;
    search.focus();
    search.value = "contact-s1";
    search.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await shown(table);
    await hour(table, environment, () => {
      expect(search.value).to.equal("contact-s1");
      expect(table.shadowRoot!.activeElement).to.equal(search);
      for (const row of rowsOf(table).filter(({ dataset }) => dataset["muted"] === "")) {
        expect(textOf(cellOf(row, "contact"))).to.contain("contact-s1");
      }
    });
  });
});
