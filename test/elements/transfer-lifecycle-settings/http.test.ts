import { expect, fixture, html } from "@open-wc/testing";
import type { TransferLifecycleSettings } from "../../../src/elements/transfer-lifecycle-settings/transfer-lifecycle-settings.element.js";
import { ScriptedServer } from "../../support/http/scripted-server.js";
import { inputOf, noticeOf, textsOf, type, wordsOf } from "../../support/lifecycle.js";
import { buttonOf } from "../../support/table.js";

const SAVED = { chat: 30, messaging: 30, email: 1440, campaign: 60, voice: 0 };

async function settingsOn(server: ScriptedServer): Promise<TransferLifecycleSettings> {
  const root = await fixture<HTMLElement>(
    html`<transfer-sessions-provider src=${server.url}
      ><transfer-lifecycle-settings></transfer-lifecycle-settings
    ></transfer-sessions-provider>`,
  );
  const element = root.querySelector("transfer-lifecycle-settings")!;
  await element.updateComplete;
  // Joins the request that is under way, or asks again: either way the answer is on the page.
  await until(element, () => element.shadowRoot!.querySelector(".channels, .state") !== null);
  return element;
}

/** Waits for a render that makes it so; the network has no clock that a test could turn. */
async function until(element: TransferLifecycleSettings, isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await element.updateComplete;
  }
}

describe("transfer-lifecycle-settings over HTTP", () => {
  it("goes there and back, past a conflict and a failure, and loses nothing that was typed", async () => {
    const server = new ScriptedServer();
    await server.script(
      { body: SAVED, headers: { etag: '"1"' } },
      // Save: somebody else has changed chat and email meanwhile.
      { body: { ...SAVED, chat: 45, email: 2880 }, headers: { etag: '"2"' } },
      // Save again: they were faster once more, between our look and our order.
      { body: { ...SAVED, chat: 45, email: 2880 }, headers: { etag: '"2"' } },
      { status: 412 },
      { body: { ...SAVED, chat: 50, email: 2880 }, headers: { etag: '"3"' } },
      // Save again: the server breaks.
      { body: { ...SAVED, chat: 50, email: 2880 }, headers: { etag: '"3"' } },
      { status: 503 },
      // Retry: it works.
      { body: { ...SAVED, chat: 50, email: 2880 }, headers: { etag: '"3"' } },
      { body: { ...SAVED, chat: 2, email: 2880 }, headers: { etag: '"4"' } },
    );
    const element = await settingsOn(server);
    await type(element, "chat", "2");

    await element.save();
    await element.updateComplete;
    expect(noticeOf(element)).to.contain("Somebody else has changed the settings meanwhile.");
    expect(wordsOf(element, "chat")).to.contain("from 30 minutes to 45 minutes meanwhile. Use 45 minutes");
    expect(textsOf(element)).to.include({ chat: "2", email: "2880" });

    await element.save();
    await element.updateComplete;
    expect(wordsOf(element, "chat")).to.contain("to 50 minutes meanwhile. Use 50 minutes");
    expect(inputOf(element, "chat").value).to.equal("2");

    await element.save();
    await element.updateComplete;
    expect(noticeOf(element)).to.match(
      /could not be saved\. The server answered 503.*What you entered is still here\. Retry/,
    );
    expect(inputOf(element, "chat").value).to.equal("2");

    buttonOf(element, "Retry")!.click();
    await until(element, () => noticeOf(element) === "" && !element.dirty);
    expect(textsOf(element)).to.include({ chat: "2", email: "2880" });

    const requests = await server.requests(9);
    expect(requests.map(({ method }) => method).join(" ")).to.equal("GET GET GET PUT GET GET PUT GET PUT");
    const puts = requests.filter(({ method }) => method === "PUT");
    expect(puts.map(({ headers }) => headers["if-match"])).to.deep.equal(['"2"', '"3"', '"3"']);
    expect(JSON.parse(puts[2]!.body)).to.deep.equal({ ...SAVED, chat: 2, email: 2880 });
  });

  it("sends no tag that could never match", async () => {
    const server = new ScriptedServer();
    await server.script({ body: SAVED, headers: { etag: 'W/"1"' }, repeat: true });
    const element = await settingsOn(server);
    await type(element, "chat", "2");
    await element.save();
    const put = (await server.requests(3))[2]!;
    expect(put.method).to.equal("PUT");
    expect(put.headers).not.to.have.property("if-match");
  });

  it("works against an endpoint that keeps the contract", async () => {
    const server = new ScriptedServer();
    await server.floor();
    const element = await settingsOn(server);
    await type(element, "chat", "2");
    expect(await element.save()).to.deep.equal({ saved: true, settings: { ...SAVED, chat: 2 } });
    const again = await settingsOn(server);
    expect(inputOf(again, "chat").value).to.equal("2");
  });

  it("stands a cut connection and a page in place of an answer", async () => {
    for (const bad of [{ drop: true }, { headers: { "content-type": "text/html" }, body: "<h1>Sign in</h1>" }]) {
      const server = new ScriptedServer();
      await server.script({ body: SAVED }, { body: SAVED }, { ...bad, repeat: true });
      const element = await settingsOn(server);
      await type(element, "chat", "2");
      expect(await element.save()).to.include({ saved: false, reason: "failed" });
      await element.updateComplete;
      expect(inputOf(element, "chat").value).to.equal("2");
    }
  });
});
