import { fixture, html } from "@open-wc/testing";
import "../../../src/define.js";
import { sessionStoreFor } from "../../../src/instances/session-store-for.js";
import type { TransferSessionsSummary } from "../../../src/elements/transfer-sessions-summary/transfer-sessions-summary.element.js";
import { itFitsInto320Pixels, itIsAccessible } from "../../support/accessibility.js";
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
  itIsAccessible(STATES);

  itFitsInto320Pixels(() => summaryOn(new ScriptedSource(ROWS)));
});
