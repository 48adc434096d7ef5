import { expect, fixture, html } from "@open-wc/testing";
import { resetMouse } from "@web/test-runner-commands";
import "../../src/define.js";
import { sessionStoreFor } from "../../src/instances/session-store-for.js";
import { FakeEnvironment } from "../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../support/scripted-source.js";
import { buttonOf, drawn, rowsOf, shown, tableOn } from "../support/table.js";
import { agent, FakeSdk } from "../tracker/world.js";

const HALF_A_MINUTE = 30_000;

/** Nodes of every kind below it: comments, which nobody sees, cost as much to walk as others. */
function nodesOf(root: Node): number {
  const walker = document.createTreeWalker(root);
  let count = 0;
  while (walker.nextNode()) count++;
  return count;
}

/** Does it so often that all is warm, and as often again: what comes and goes leaves nothing. */
async function leavesNothing(root: Node, rounds: number, act: (round: number) => Promise<void>): Promise<void> {
  for (let round = 0; round < rounds; round++) await act(round);
  const before = nodesOf(root);
  for (let round = rounds; round < 2 * rounds; round++) await act(round);
  expect(nodesOf(root)).to.equal(before);
}

/** Down by most of a page at a time, and back to the top after thirty. */
async function page(scroller: HTMLElement, round: number): Promise<void> {
  scroller.scrollTop = ((round + 1) % 30) * 300;
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

describe("a page that stays open for days", function () {
  // Ends what hangs: hundreds of frames, and on a busy machine WebKit paints one in half a second.
  this.timeout(480_000);
  beforeEach(() => resetMouse());

  it("keeps no node of the rows that a table has scrolled past", async () => {
    const { table } = await tableOn(new ScriptedSource(Array.from({ length: 1_000 }, (_, i) => wireRow(`s${i}`))));
    table.style.blockSize = "400px";
    await drawn(table);
    const scroller = table.shadowRoot!.querySelector<HTMLElement>(".scroller")!;
    await leavesNothing(table.shadowRoot!, 60, async (round) => {
      await page(scroller, round);
      await shown(table);
    });
    expect(rowsOf(table).length).to.be.below(60);
  });

  it("keeps no node of the sessions that a table has shown", async () => {
    // Thirty at a time: with each poll one leaves at the one end and one comes at the other.
    let first = 0;
    const source = new ScriptedSource(() => Array.from({ length: 30 }, (_, index) => wireRow(`s${first + index}`)));
    const { table, environment } = await tableOn(source);
    await leavesNothing(table.shadowRoot!, 60, async () => {
      first++;
      await environment.pass(HALF_A_MINUTE);
      await shown(table);
    });
    expect(source.requests.length).to.be.above(110);
    expect(rowsOf(table).length).to.be.within(30, 32);
  });

  it("keeps no node of the values that a summary has counted", async () => {
    // More at once than it keeps a place for, and then a few others.
    const source = new ScriptedSource([]);
    const environment = new FakeEnvironment();
    const store = sessionStoreFor(source, { environment });
    const summary = await fixture<HTMLElementTagNameMap["transfer-sessions-summary"]>(
      html`<transfer-sessions-summary .dataSource=${source}></transfer-sessions-summary>`,
    );
    const counts = async (count: number) => {
      source.standing = Array.from({ length: count }, (_, index) =>
        wireRow(`s${index}`, { status: `held ${count}-${index}`, provider: `desk ${count}-${index}` }),
      );
      await store.refresh();
      await environment.pass(HALF_A_MINUTE);
      await shown(summary);
      expect(summary.shadowRoot!.textContent).to.include(`held ${count}-0`);
    };
    await leavesNothing(summary.shadowRoot!, 10, async () => {
      await counts(30);
      await counts(3);
    });
  });

  it("keeps no node of the lines that a JSON pane has scrolled past", async () => {
    const pane = await fixture<HTMLElementTagNameMap["transfer-json-pane"]>(
      html`<transfer-json-pane
        style="block-size: 300px"
        .value=${Array.from({ length: 1_000 }, (_, id) => ({ id }))}
      ></transfer-json-pane>`,
    );
    const scrolled = async () => {
      await drawn(pane);
      const scroller = pane.shadowRoot!.querySelector<HTMLElement>(".scroller")!;
      await leavesNothing(pane.shadowRoot!, 30, async (round) => {
        await page(scroller, round);
        await shown(pane);
      });
    };
    await scrolled();
    buttonOf(pane, "Raw")!.click();
    await scrolled();
  });

  it("keeps no node of the events that a tracker's log has shown", async () => {
    const sdk = new FakeSdk();
    const tracker = await fixture<HTMLElementTagNameMap["agent-transfer-tracker"]>(
      html`<agent-transfer-tracker .sdk=${sdk}></agent-transfer-tracker>`,
    );
    sdk.up();
    const log = () => tracker.shadowRoot!.querySelector("[part=log]")!;
    await tracker.agentJoined(agent(1));
    await shown(tracker);
    await leavesNothing(log(), 60, async () => {
      await tracker.agentJoined(agent(2));
      await shown(tracker);
      await tracker.agentLeft(agent(2).identity);
      await shown(tracker);
    });
  });
});
