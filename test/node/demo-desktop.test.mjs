// The demo's two desktops, built, under the policy: each scenario is told as the guide wants it.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { findBrowser } from "../../scripts/browser.mjs";
import { expect } from "../support/expect.mjs";
import { launchBrowser } from "../support/browser.mjs";
import { openBuiltDemo } from "../support/built-demo.mjs";

const executablePath = findBrowser();

const SCENARIOS = {
  cold: ["NA entry Ines", "cold exit Ines", "cold entry Bram", "NA exit Bram"],
  warm: ["NA entry Ines", "warm entry Bram", "warm exit Bram", "NA exit Ines"],
  redial: ["NA entry Ines", "redial entry Ines", "NA exit Ines"],
  socket: ["NA entry Ines", "warm entry Bram", "warm exit Bram", "NA exit Ines"],
  reload: ["NA entry Ines", "warm entry Bram", "redial entry Ines", "warm exit Bram", "NA exit Ines"],
};

describe("the agents' desktops", { skip: executablePath ? false : "no browser" }, () => {
  let demo;
  let browser;

  before(async () => {
    demo = await openBuiltDemo();
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
    await demo?.stop();
  });

  for (const [name, lines] of Object.entries(SCENARIOS)) {
    it(name, async () => {
      const page = await browser.newPage();
      const refused = [];
      page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
      page.on("pageerror", (error) => refused.push(error.message));
      await page.clock.install({ time: 0 });
      await page.goto(`${demo.address}/desktop.html?pace=500`);
      await page.clock.pauseAt(3_600_000);
      await page.click(`[data-scenario=${name}]`);
      const told = () =>
        page.locator("#heard li").evaluateAll((items) =>
          items.map((item) => {
            const text = (part) => item.querySelector(part).textContent;
            return `${text(".what")} ${text(".who").split(" ")[0]}`;
          }),
        );
      // Time passes in small steps, so that what is told between the frames arrives in between.
      const scenario = async () => {
        await page.clock.runFor(100);
        return told();
      };
      await expect.poll(scenario, { intervals: [0] }).toEqual(lines);
      await page.clock.runFor(10_000);
      assert.deepEqual(await told(), lines);
      await expect(page.locator("#verdict")).toHaveText("As the guide wants it");
      assert.equal(page.frames().filter((frame) => /agent-\d\.localhost/.test(frame.url())).length, 2);
      assert.deepEqual(refused, []);
      await page.close();
    });
  }
});
