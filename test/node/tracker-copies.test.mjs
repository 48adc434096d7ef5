// Two copies of the built package on one page work on one conversation.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { findBrowser } from "../../scripts/browser.mjs";
import { ROOT } from "../../scripts/lib/process.mjs";
import { launchBrowser } from "../support/browser.mjs";
import { serve } from "../support/http/serve.mjs";

const skip = findBrowser() ? false : "no browser";
let server;
let browser;

before(async () => {
  if (skip) return;
  const bundle = await readFile(join(ROOT, "dist/cdn/handoff-elements.js"));
  server = await serve((request, response) => {
    const isScript = request.url.startsWith("/bundle.js");
    response.setHeader("Content-Type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? bundle : "<!doctype html><title>Two copies</title>");
  });
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  server?.stop();
});

test("an element of one copy and a headless tracker of the other", { skip }, async () => {
  const page = await browser.newPage();
  await page.goto(`${server.address}/`);
  const [same, reason, taken] = await page.evaluate(async () => {
    const first = await import("/bundle.js?1");
    const second = await import("/bundle.js?2");
    const taken = [];
    const listeners = [];
    const sdk = {
      internalTransfer: (data) => void taken.push(JSON.stringify(data)),
      on: (_name, listener) => void listeners.push(listener),
    };
    const element = document.createElement("agent-transfer-tracker");
    element.conversationId = "c-1";
    element.sdk = sdk;
    document.body.append(element);
    const headless = new second.AgentTransferTracker({ conversationId: "c-1", sdk });
    for (const listener of listeners) listener();
    const agent = { identity: "agentId1", name: "AgentName1" };
    await element.agentJoined(agent);
    const { reason } = await headless.agentJoined(agent);
    await headless.conversationEnded();
    return [first.AgentTransferTracker === second.AgentTransferTracker, reason, taken];
  });
  assert.equal(same, false);
  assert.equal(reason, "duplicate");
  const agent = '"participant":{"identity":"agentId1","name":"AgentName1","type":"agent"}';
  assert.deepEqual(taken, [
    `{"transfertype":"NA","transition":"entry",${agent}}`,
    `{"transfertype":"NA","transition":"exit",${agent}}`,
  ]);
  await page.close();
});
