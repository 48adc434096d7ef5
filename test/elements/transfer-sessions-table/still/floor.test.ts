import { expect, fixture, html } from "@open-wc/testing";
import { emulateMedia, resetMouse, sendMouse, setViewport } from "@web/test-runner-commands";
import "../../../../src/define.js";
import "../../../../src/locales/de.js";
import type { TransferDataSource } from "../../../../src/sources/data-source.js";
import type { TransferSessionsTable } from "../../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { FAITHFUL, FICKLE, livingFloor } from "../../../support/still/living-floor.js";
import { clickAt, drawn, Places, rowsZone, ShiftWatch } from "../../../support/still/stillness.js";
import { cellOf, rowsOf, shown } from "../../../support/table.js";

interface Kind {
  readonly lang: "en" | "de";
  readonly dir: "ltr" | "rtl";
  readonly density: "comfortable" | "compact";
}

/** Every kind once, two at a time: one with the pointer, one with a selection. */
const PAIRS = (
  [
    ["no-preference", ["en", "ltr", "comfortable"], ["de", "ltr", "compact"]],
    ["no-preference", ["en", "rtl", "compact"], ["de", "rtl", "comfortable"]],
    ["reduce", ["en", "ltr", "compact"], ["de", "ltr", "comfortable"]],
    ["reduce", ["en", "rtl", "comfortable"], ["de", "rtl", "compact"]],
  ] as const
).map(([reducedMotion, ...pair]) => ({
  reducedMotion,
  kinds: pair.map(([lang, dir, density]): Kind => ({ lang, dir, density })),
}));

/** Side by side on one source, each table below its summary. */
async function floorOf(source: TransferDataSource, kinds: readonly Kind[], width: number) {
  const page = await fixture(html`
    <div>
      ${kinds.map(
        ({ lang, dir, density }, place) => html`
          <div lang=${lang} dir=${dir} data-kind=${`${lang} ${dir} ${density}`} style="inline-size: ${width}px">
            <transfer-sessions-summary .dataSource=${source} for=${`floor${place}`} alerts></transfer-sessions-summary>
            <transfer-sessions-table
              id=${`floor${place}`}
              .dataSource=${source}
              .view=${{ density }}
              style="block-size: ${width < 640 ? 640 : 330}px"
            ></transfer-sessions-table>
          </div>
        `,
      )}
    </div>
  `);
  const elements = [...page.querySelectorAll("transfer-sessions-summary, transfer-sessions-table")] as (Element & {
    readonly updateComplete: Promise<boolean>;
  })[];
  return { elements, tables: [...page.querySelectorAll("transfer-sessions-table")] };
}

function boxOf(table: TransferSessionsTable, id: string): HTMLInputElement {
  return rowsOf(table)
    .find((row) => row.textContent.includes(`contact-${id}`))!
    .querySelector<HTMLInputElement>("input.select")!;
}

/** A person's pointer on the button that ends a session, never quite still. */
async function restOnEnd(table: TransferSessionsTable, id: string) {
  const end = rowsOf(table)
    .map((row) => cellOf(row, "actions").querySelector<HTMLElement>(".end"))
    .find((button) => new RegExp(`contact-${id}\\b`).test(button?.getAttribute("aria-label") ?? ""))!;
  const { left, top, width, height } = end.getBoundingClientRect();
  const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  let moves = 0;
  const move = () => sendMouse({ type: "move", position: [x + (moves++ % 2), y] });
  await move();
  await shown(table);
  return { move, click: () => clickAt(table, x, y) };
}

describe("a living floor stands still", function () {
  this.timeout(60_000);
  let shifts: ShiftWatch;

  beforeEach(() => (shifts = new ShiftWatch()));

  afterEach(async () => {
    shifts.stop();
    await resetMouse();
    await emulateMedia({ reducedMotion: "no-preference" });
  });

  after(() => setViewport({ width: 800, height: 600 }));

  it("is held to what the browser calls a shift, where it does", async () => {
    const box = await fixture<HTMLElement>(html`<p>Moves</p>`);
    await drawn();
    shifts.take();
    box.style.marginBlockStart = "40px";
    await drawn();
    expect(shifts.take()).not.to.deep.equal([]);
  });

  for (const [place, { reducedMotion, kinds }] of PAIRS.entries()) {
    for (const [turn, width] of [1440, 820, 380].entries()) {
      it(`at ${width} px, ${kinds[0]!.dir}, reduced motion: ${reducedMotion}`, async () => {
        await setViewport({ width: width + 32, height: width < 640 ? 2_200 : 1_450 });
        await emulateMedia({ reducedMotion });
        let pointer: Awaited<ReturnType<typeof restOnEnd>> | undefined;
        const { source, scenes } = livingFloor(async () => pointer?.move());
        const { elements, tables } = await floorOf(source, kinds, width);
        const pointed = tables[(place + turn) % 2]!;
        const selected = tables.find((table) => table !== pointed)!;
        const places = new Places(elements);
        /** Nothing has moved by itself. */
        const expectStill = async (when: string) => {
          for (const element of elements) await element.updateComplete;
          await drawn();
          expect(places.moved(), when).to.deep.equal([]);
          expect(shifts.take(tables.map(rowsZone)), when).to.deep.equal([]);
        };
        await drawn();
        shifts.take();
        await expectStill("loading");
        const [answer, ...others] = scenes;
        await answer![1]();
        await expectStill(answer![0]);

        for (const id of [FAITHFUL, FICKLE]) boxOf(selected, id).click();
        pointer = await restOnEnd(pointed, FAITHFUL);
        await drawn();
        places.forget();
        shifts.take();
        const wouldDo = pointer.click();
        expect(wouldDo.does).to.match(/End session of|beenden$/);
        for (const [name, act] of others) {
          await act();
          await expectStill(name);
          const { session, does } = pointer.click();
          expect(session, name).to.equal(wouldDo.session);
          expect(does, name).to.be.oneOf([wouldDo.does, "nothing"]);
        }
      });
    }
  }
});
