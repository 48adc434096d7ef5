// The demo's console with the embedded page in frames, built, under the policy.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { findBrowser } from "../../scripts/browser.mjs";
import { expect } from "../support/expect.mjs";
import { launchBrowser } from "../support/browser.mjs";
import { openBuiltDemo } from "../support/built-demo.mjs";

const executablePath = findBrowser();
const rowsOf = (place) => place.locator("transfer-sessions-table [part~=row]");

describe("the embedded page in the demo", { skip: executablePath ? false : "no browser" }, () => {
  let demo;
  let browser;
  let page;
  let complaints;

  before(async () => {
    demo = await openBuiltDemo();
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
    await demo?.stop();
  });

  beforeEach(async () => {
    complaints = [];
    page = await browser.newPage();
    page.on("console", (message) => {
      // A browser may give a frame of another site no storage, and the tracker says so; it is not what is tried here.
      if (/tracker: (storage|tabs) /.test(message.text())) return;
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
  });

  afterEach(async () => {
    await page.close();
    assert.deepEqual(complaints, []);
  });

  const crossed = () => page.getByRole("list").filter({ hasText: /./ });

  it("shows the floor of its endpoint when it is opened by itself", async () => {
    await page.goto(`${demo.address}/embed/`);
    await rowsOf(page).nth(5).waitFor();
    await expect(page.locator("transfer-sessions-summary")).toBeVisible();
  });

  it("lends a frame of another origin its sessions, and ends one for it", async () => {
    await page.goto(`${demo.address}/framed.html`);
    const frame = page.frameLocator("iframe[title='Transfer sessions']");
    await rowsOf(frame).nth(5).waitFor();
    assert.ok(page.frames().some((one) => one.url().startsWith(demo.address.replace("//", "//widgets."))));
    await expect(crossed()).toContainText("The list was asked for");

    await rowsOf(frame).getByRole("button", { name: /^end/i }).first().click();
    const question = frame.getByRole("dialog", { name: "End this session?" });
    await question.getByRole("button", { name: /^end/i }).click();
    await expect(crossed()).toContainText("End of ");
    await question.waitFor({ state: "hidden" });

    await page.getByRole("button", { name: "Reload the frame" }).click();
    await rowsOf(frame).nth(5).waitFor();
  });

  it("hears from the tracker in a frame what the platform says", async () => {
    await page.goto(`${demo.address}/framed.html`);
    await page.getByRole("button", { name: "Conversation", exact: true }).click();
    const frame = page.frameLocator("iframe[title='Conversation']");
    await frame.locator("agent-transfer-tracker").getByText("Connected").waitFor();
    for (const said of ["Ines joins", "Bram joins", "Ines leaves", "The conversation ends"]) {
      await page.getByRole("button", { name: said }).click();
    }
    const told = crossed().getByText("To the SDK");
    await expect(told).toHaveCount(4);
    const events = await told.evaluateAll((lines) =>
      lines.map(({ textContent }) => JSON.parse(textContent.slice(textContent.indexOf("{")))).toReversed(),
    );
    assert.deepEqual(
      events.map(({ transfertype, transition, participant }) => [transfertype, transition, participant.name]),
      [
        ["NA", "entry", "Ines Moreau"],
        ["warm", "entry", "Bram de Vries"],
        ["warm", "exit", "Ines Moreau"],
        ["NA", "exit", "Bram de Vries"],
      ],
    );
  });
});
