import { expect } from "@open-wc/testing";
import { sendKeys, setViewport } from "@web/test-runner-commands";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf, drawn, rowsOf, tableOn, textOf } from "../../support/table.js";

const rows = (count: number) => Array.from({ length: count }, (_, at) => wireRow(`s${at}`));

/** What of an element a person sees in the place of the table. */
function seen(element: Element, place: HTMLElement): number {
  const { top, bottom } = element.getBoundingClientRect();
  const box = place.getBoundingClientRect();
  return Math.min(bottom, box.bottom) - Math.max(top, box.top);
}

describe("transfer-sessions-table: in a low place", () => {
  afterEach(() => setViewport({ width: 800, height: 600 }));

  for (const [name, width, height] of [
    ["at 400 % zoom", 320, 180],
    ["in a window of 320 × 240", 320, 240],
    ["in a panel of 200 px", 1000, 200],
  ] as const) {
    for (const isFailing of [false, true]) {
      it(`has rows that can be read and bars that can be reached ${name}${isFailing ? ", with a notice" : ""}`, async () => {
        await setViewport({ width, height: Math.max(height, 180) });
        const source = new ScriptedSource(rows(60));
        const { table, environment } = await tableOn(source);
        table.style.blockSize = `${height}px`;
        await drawn(table);
        if (isFailing) {
          source.standing = () => {
            throw new Error("503");
          };
          await environment.pass(30_000);
          await drawn(table);
        }
        const base = table.shadowRoot!.querySelector<HTMLElement>(".base")!;
        const scroller = table.shadowRoot!.querySelector<HTMLElement>(".scroller")!;
        expect(table.offsetHeight).to.equal(height);
        // The wheel, over the rows: what scrolls first has its end, then what is around it.
        base.scrollTop = base.scrollHeight;
        scroller.scrollTop = scroller.scrollHeight;
        await drawn(table);
        const last = rowsOf(table).at(-1)!;
        expect(textOf(last)).to.contain("s59");
        expect(seen(last, table)).to.be.above(last.offsetHeight - 2);
        expect(seen(scroller, table), "room for rows").to.be.above(height === 180 ? 140 : 150);
        // And back to the bars by keyboard.
        buttonOf(table, "Refresh")!.focus();
        await drawn(table);
        expect(seen(buttonOf(table, "Refresh")!, table)).to.be.above(20);
        await sendKeys({ press: "Tab" });
        expect(seen(table.shadowRoot!.activeElement!, table)).to.be.above(10);
      });
    }
  }
});
