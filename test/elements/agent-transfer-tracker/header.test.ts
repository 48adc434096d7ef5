import { expect, fixture } from "@open-wc/testing";
import { headerView } from "../../../src/elements/agent-transfer-tracker/header-view.js";
import type { TrackerModel } from "../../../src/elements/agent-transfer-tracker/tracker-model.js";
import type { TrackerIntents } from "../../../src/elements/agent-transfer-tracker/tracker-intents.js";
import { trackerEnglish } from "../../../src/i18n/tracker-strings.js";
import { textOf } from "../../support/table.js";

async function newsOf(...statuses: string[]) {
  const outbox = statuses.map((status) => ({ kind: "transfer", status, attempts: 1 }));
  const words = { strings: trackerEnglish, lang: "en" };
  const model = { words, connection: "up", state: { phase: "open", outbox }, sentCount: 3, failed: undefined };
  let retries = 0;
  const intents = { retry: () => retries++ } as unknown as TrackerIntents;
  const head = await fixture<HTMLElement>(headerView(model as unknown as TrackerModel, intents));
  head.querySelector("button")?.click();
  return { text: textOf(head.querySelector(".news-text")!), retries };
}

describe("<agent-transfer-tracker>: its header", () => {
  it("counts among those that wait none that was handed over without an answer", async () => {
    expect(await newsOf("unconfirmed", "queued")).to.deep.equal({ text: "1 event waits", retries: 1 });
  });

  it("says where only an answer is missing, and lets a person try again", async () => {
    expect(await newsOf("unconfirmed")).to.deep.equal({ text: "1 event without an answer", retries: 1 });
    expect(await newsOf()).to.deep.equal({ text: "3 events sent", retries: 0 });
  });
});
