import { expect } from "@open-wc/testing";
import { setViewport } from "@web/test-runner-commands";
import { NOON } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { drawn, Places, ShiftWatch } from "../../support/still/stillness.js";
import { buttonOf } from "../../support/table.js";
import { Deferred, detailsOn, ID, shown, text } from "./support.js";

const row = (fields: Record<string, unknown> = {}) => wireRow(ID, { providerSessionId: "sf-1", ...fields });

describe("<transfer-session-details> stands still", () => {
  let shifts: ShiftWatch;

  beforeEach(() => (shifts = new ShiftWatch()));
  afterEach(() => shifts.stop());
  after(() => setViewport({ width: 800, height: 600 }));

  for (const [width, height] of [
    [1440, 900],
    [820, 700],
    [380, 900],
  ] as const) {
    it(`at ${width} px: nothing that can be pressed moves by itself`, async () => {
      await setViewport({ width, height });
      const source = Object.assign(new ScriptedSource([row()]), {
        get: () => full.promise,
        integrations: async () => [],
      });
      const full = new Deferred<unknown>();
      const { details, environment } = await detailsOn(source, {
        sessionLinks: () => [{ label: "Console", href: "https://example.com/" }],
      });
      await drawn();
      const places = new Places([details]);
      const expectStill = async (when: string) => {
        await shown(details);
        await drawn();
        expect(places.moved(), when).to.deep.equal([]);
      };
      await expectStill("the full record is still out");
      full.resolve(row({ metadata: { locale: "en" } }));
      await expectStill("the full record has come");
      shifts.take();
      for (const seconds of [1, 9, 50, 600, 3_600]) {
        environment.jumpTo(environment.clock.now() + seconds * 1_000 - 1_000);
        await environment.pass(1_000);
        await expectStill(`${seconds} seconds`);
        // The drawing of the history is one of time.
        const bar = details.shadowRoot!.querySelector(".history .bar")!.getBoundingClientRect();
        expect(shifts.take([bar]), `${seconds} seconds`).to.deep.equal([]);
      }
      for (const status of ["active", "post_agent", "ended"]) {
        source.standing = [row({ status, updatedAt: NOON, ...(status === "ended" && { endedAt: NOON }) })];
        await environment.pass(31_000);
        await expectStill(status);
      }
      const answer = source.standing;
      source.standing = () => {
        throw new Error("The endpoint failed.");
      };
      await environment.pass(31_000);
      await expectStill("a failed poll");
      source.standing = answer;
      buttonOf(details, "Retry")!.click();
      await expectStill("all is well again");
      source.standing = [row({ status: "queued" })];
      await environment.pass(31_000);
      await expectStill("queued again");
      source.standing = [];
      await environment.pass(31_000);
      await expectStill("it has left");
    });
  }

  it("says below that an end failed, and moves no other control", async () => {
    const source = new ScriptedSource([row()]);
    const { details } = await detailsOn(source);
    await drawn();
    const others = () =>
      [...details.shadowRoot!.querySelectorAll(".panel button:not(.end, .notices *)")].map((button) =>
        JSON.stringify(button.getBoundingClientRect()),
      );
    const before = others();
    buttonOf(details, "End…")!.click();
    await shown(details);
    buttonOf(details, "End session")!.click();
    await shown(details);
    expect(text(details, ".end")).to.equal("Ending…");
    expect(others()).to.deep.equal(before);
    source.ends[0]!.reject(new Error("The platform is busy."));
    await shown(details);
    expect(text(details, ".notices [role=alert]")).to.equal("The session could not be ended. The platform is busy.");
    expect(text(details, ".end")).to.equal("Retry");
    expect(others()).to.deep.equal(before);
  });

  it("keeps the data where it is as the history grows, also where a date has two lines", async () => {
    await setViewport({ width: 340, height: 780 });
    const fields = { createdAt: NOON, status: "pending", metadata: { locale: "en" } };
    const source = new ScriptedSource([row(fields)]);
    const { details, environment } = await detailsOn(source);
    const boxes = () =>
      [".step:last-child", "transfer-json-pane"].map((part) => {
        const { top, width } = details.shadowRoot!.querySelector(part)!.getBoundingClientRect();
        return `${top} ${width}`;
      });
    const before = boxes();
    for (const minutes of [1, 10, 60]) {
      environment.jumpTo(environment.clock.now() + minutes * 60_000);
      await environment.pass(1_000);
      expect(boxes(), `${minutes} minutes`).to.deep.equal(before);
    }
    expect(text(details, ".notes")).to.equal("");
    const now = environment.clock.now();
    source.standing = [row({ ...fields, updatedAt: now, endedAt: now, status: "ended" })];
    await environment.pass(31_000);
    await shown(details);
    expect(text(details, ".notes")).to.contain("Ended");
    expect(boxes()[1]).to.equal(before[1]);
  });

  it("asks about an end in the same place, whatever becomes of the session", async () => {
    const source = new ScriptedSource([row()]);
    const { details, environment } = await detailsOn(source);
    buttonOf(details, "End…")!.click();
    await shown(details);
    const dialog = details.shadowRoot!.querySelector("dialog.confirmation")!;
    const places = () =>
      [...dialog.querySelectorAll("button")].map((button) => JSON.stringify(button.getBoundingClientRect()));
    const before = places();
    expect(before).to.have.length(2);
    source.standing = [];
    await environment.pass(31_000);
    await shown(details);
    expect(dialog.querySelector("[role=status]")!.textContent).to.contain("has left the list");
    expect(places()).to.deep.equal(before);
    const question = dialog.querySelector(".question-text")!;
    expect(question.checkVisibility({ visibilityProperty: true }), "the question is over").to.equal(false);
  });
});
