import { expect, fixture, html } from "@open-wc/testing";
import { emulateMedia, setViewport } from "@web/test-runner-commands";
import "../../../src/define.js";
import { sessionStoreFor } from "../../../src/instances/session-store-for.js";
import type { TransferSessionsSummary } from "../../../src/elements/transfer-sessions-summary/transfer-sessions-summary.element.js";
import { FakeEnvironment, NOON } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { shown } from "../../support/table.js";

const ROWS = [
  wireRow("a", { status: "pending", createdAt: NOON - 200_000 }),
  wireRow("b", { status: "queued", createdAt: NOON - 400_000 }),
  wireRow("c", { status: "active", provider: "five9" }),
  wireRow("d", { status: "post_agent", provider: "" }),
  wireRow("e", { status: "ended" }),
  wireRow("f", { status: "on hold" }),
];

async function summaryOn(source: ScriptedSource | undefined): Promise<TransferSessionsSummary> {
  if (source) sessionStoreFor(source, { environment: new FakeEnvironment() });
  const summary = await fixture<TransferSessionsSummary>(
    html`<transfer-sessions-summary .dataSource=${source} for="floor" alerts></transfer-sessions-summary>`,
  );
  await shown(summary);
  await shown(summary);
  return summary;
}

/** Every state in which a person can meet the summary. */
const STATES: Record<string, () => Promise<TransferSessionsSummary>> = {
  "not connected": () => summaryOn(undefined),
  loading: () => summaryOn(new ScriptedSource()),
  "a busy floor": () => summaryOn(new ScriptedSource(ROWS)),
  "an empty floor": () => summaryOn(new ScriptedSource([])),
  "old numbers": async () => {
    const source = new ScriptedSource(ROWS);
    const summary = await summaryOn(source);
    source.standing = () => null;
    await sessionStoreFor(source).refresh();
    return summary;
  },
};

describe("transfer-sessions-summary: accessibility", () => {
  for (const scheme of ["light", "dark"] as const) {
    describe(`in ${scheme}`, () => {
      before(async () => {
        document.documentElement.style.colorScheme = "light dark";
        document.documentElement.lang = "en";
        await emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      });
      after(async () => {
        document.documentElement.style.colorScheme = "";
        await emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
      });
      for (const [name, make] of Object.entries(STATES)) {
        it(`has nothing for axe to find in ${name}`, async () => {
          const summary = await make();
          await shown(summary);
          await expect(summary).to.be.accessible();
        });
      }
    });
  }

  it("scrolls nowhere sideways at 320 px", async () => {
    await setViewport({ width: 320, height: 700 });
    const summary = await summaryOn(new ScriptedSource(ROWS));
    const base = summary.shadowRoot!.querySelector(".base")!;
    expect(base.scrollWidth).to.be.at.most(base.clientWidth);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({ width: 800, height: 600 });
  });
});
