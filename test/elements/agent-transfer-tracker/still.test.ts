import { expect, fixture, html } from "@open-wc/testing";
import { setViewport } from "@web/test-runner-commands";
import "../../../src/define/agent-transfer-tracker.js";
import type { AgentTransferTrackerElement } from "../../../src/elements/agent-transfer-tracker/agent-transfer-tracker.element.js";
import { drawn, Places } from "../../support/still/stillness.js";
import { agent, FakeSdk } from "../../tracker/world.js";

describe("<agent-transfer-tracker> stands still", () => {
  // What the page's own scroll bar moves when it comes is the page's.
  before(() => (document.documentElement.style.overflowY = "scroll"));

  after(async () => {
    document.documentElement.style.overflowY = "";
    await setViewport({ width: 800, height: 600 });
  });

  for (const width of [1440, 820, 380]) {
    for (const lang of ["en", "de"]) {
      it(`at ${width} px, in ${lang}: no control moves for what happens on the line`, async () => {
        await import("../../../src/locales/de.js");
        await setViewport({ width, height: 900 });
        const sdk = new FakeSdk();
        const tracker = await fixture<AgentTransferTrackerElement>(
          html`<agent-transfer-tracker
            lang=${lang}
            .sdk=${sdk}
            conversation-id=${`still-${width}-${lang}`}
            controls
          ></agent-transfer-tracker>`,
        );
        const places = new Places([tracker]);
        const header = () =>
          [".phases", ".news", ".connection"].map((part) =>
            JSON.stringify(tracker.shadowRoot!.querySelector(part)!.getBoundingClientRect()),
          );
        await tracker.updateComplete;
        const before = header();
        const expectStill = async (when: string) => {
          await tracker.updateComplete;
          await drawn();
          expect(places.moved(), when).to.deep.equal([]);
          expect(header(), when).to.deep.equal(before);
        };
        await expectStill("new");
        void tracker.agentJoined(agent(1));
        await expectStill("an event waits for the connection");
        sdk.up();
        await expectStill("connected");
        await tracker.agentJoined({ identity: "agentId2", name: "Bartholomew Featherstonehaugh-Cholmondeley" });
        await expectStill("two agents");
        const length = tracker.shadowRoot!.querySelector(".axis .room")!;
        const text = document.createRange();
        text.selectNodeContents(length.querySelector("bdi")!);
        expect(length.clientWidth, "room for hours").to.be.above(text.getBoundingClientRect().width + 10);
        tracker.conversationDropped();
        await expectStill("the line is down");
        await tracker.agentJoined(agent(1), { transfer: "redial" });
        sdk.mode = "throw";
        const given = tracker.agentLeft("agentId2");
        await expectStill("the SDK refuses");
        expect((await given).status).to.equal("failed");
        await expectStill("given up");
        const retry = tracker.shadowRoot!.querySelector(".retry")!;
        expect(retry.textContent.trim()).to.equal(lang === "en" ? "Retry" : "Erneut versuchen");
        sdk.mode = "ok";
        await tracker.retry();
        await expectStill("tried again");
        await tracker.conversationEnded();
        await expectStill("ended");
      });
    }
  }
});
