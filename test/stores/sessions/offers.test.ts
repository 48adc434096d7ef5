import { expect } from "@open-wc/testing";
import { DataSourceError, type Offer, type TransferDataSource } from "../../../src/sources/data-source.js";
import { LifecycleEditor } from "../../../src/stores/lifecycle/lifecycle-editor.js";
import { fetchSession } from "../../../src/stores/sessions/fetch-session.js";
import { SessionStore } from "../../../src/stores/sessions/session-store.js";
import { FakeEnvironment, settled } from "../../support/fake-environment.js";
import { wireRow } from "../../support/scripted-source.js";

const http = (status: number) => new DataSourceError(`The server answered ${status}.`, { kind: "http", status });

/** A source that has a method for everything, and answers each with what `answers` holds for it. */
class Everything {
  readonly asked: string[] = [];
  answers: Record<string, unknown> = {};
  offers: readonly Offer[] | undefined;

  readonly source: TransferDataSource = {
    list: async () => {
      this.asked.push("list");
      return { sessions: [wireRow("a")], ...(this.offers && { offers: this.offers }) };
    },
    get: (id) => this.#answer(`get ${id}`, "get"),
    end: async () => void (await this.#answer("end")),
    integrations: () => this.#answer("integrations") as never,
    lifecycle: () => this.#answer("lifecycle") as never,
    saveLifecycle: () => this.#answer("saveLifecycle") as never,
  };

  async #answer(request: string, name = request): Promise<unknown> {
    this.asked.push(request);
    const answer = this.answers[name];
    if (answer instanceof Error) throw answer;
    return answer;
  }
}

describe("what a source offers", () => {
  let world: FakeEnvironment;
  let everything: Everything;
  let store: SessionStore;
  const signal = new AbortController().signal;
  const open = (id: string) => fetchSession(store, id, signal).catch((error: unknown) => error);

  async function start(): Promise<void> {
    store.subscribe(() => {});
    await settled();
    everything.asked.length = 0;
  }

  beforeEach(() => {
    world = new FakeEnvironment();
    everything = new Everything();
    store = new SessionStore(everything.source, world);
  });

  it("is asked for after the first list, never before", async () => {
    store.subscribe(() => {});
    await settled();
    expect(everything.asked).to.deep.equal(["list", "integrations", "lifecycle"]);
  });

  it("is what a whole list says: the rest is neither asked for nor there", async () => {
    everything.offers = ["lifecycle"];
    store.subscribe(() => {});
    await settled();
    expect(everything.asked).to.deep.equal(["list", "lifecycle"]);
    expect(store.offers("end")).to.equal(false);
    expect(await open("a")).to.equal(undefined);
    await store.refresh();
    expect(everything.asked).to.deep.equal(["list", "lifecycle", "list", "lifecycle"]);
  });

  for (const status of [404, 405, 501]) {
    it(`leaves out what was answered ${status}, and a refresh asks for it no more`, async () => {
      everything.answers = { integrations: http(status), lifecycle: http(status) };
      await start();
      await store.refresh();
      await settled();
      expect(everything.asked).to.deep.equal(["list"]);
    });
  }

  it("is asked for again after any other failure, and where lists say that it is there", async () => {
    everything.answers = { integrations: http(500), lifecycle: new Error("down") };
    await start();
    await store.refresh();
    await settled();
    expect(everything.asked).to.deep.equal(["list", "integrations", "lifecycle"]);

    everything.offers = ["integrations"];
    everything.answers = { integrations: http(404) };
    await store.refresh();
    await store.refresh();
    await settled();
    expect(everything.asked.slice(3)).to.deep.equal(["list", "integrations", "list", "integrations"]);
  });

  it("has no single sessions where one of the list is answered 404", async () => {
    everything.answers = { get: http(404) };
    await start();
    expect(await open("a")).to.equal(undefined);
    expect(await open("a")).to.equal(undefined);
    expect(everything.asked).to.deep.equal(["get a"]);
  });

  it("learns it from a 404 that comes before the first list, too", async () => {
    everything.answers = { get: http(404) };
    expect(await open("a"), "the list is asked, and holds it").to.equal(undefined);
    expect(store.offers("get")).to.equal(false);
  });

  it("has single sessions where one came before, or one was asked for that the list does not hold", async () => {
    everything.answers = { get: http(404) };
    await start();
    expect(await open("gone")).to.be.an.instanceof(DataSourceError);
    everything.answers = { get: wireRow("a") };
    expect(await open("a")).to.deep.include({ id: "a" });
    everything.answers = { get: http(404) };
    expect(await open("a")).to.be.an.instanceof(DataSourceError);
    expect(everything.asked).to.deep.equal(["get gone", "get a", "get a"]);
  });

  it("has no End after 405 and 501, with the failure told; any other status leaves it", async () => {
    await start();
    everything.answers = { end: http(500) };
    await store.end(store.find("a")!);
    expect(store.offers("end")).to.equal(true);
    everything.answers = { end: http(405) };
    expect(await store.end(store.find("a")!)).to.deep.include({ ended: false });
    expect(store.offers("end")).to.equal(false);
    expect([...store.snapshot.endings.values()][0]).to.deep.include({ phase: "failed" });
  });

  for (const status of [404, 410]) {
    it(`polls after an End that was answered ${status}: the session is gone`, async () => {
      await start();
      everything.answers = { end: http(status) };
      await store.end(store.find("a")!);
      await settled();
      expect(everything.asked).to.deep.equal(["end", "list"]);
      expect(store.offers("end")).to.equal(true);
    });
  }

  it("is the same for whoever edits the lifecycle: no failure, nothing to save", async () => {
    everything.answers = { lifecycle: http(404) };
    await start();
    const editor = new LifecycleEditor({ timers: world.timers, onChange: () => {} });
    editor.setSource(everything.source);
    await settled();
    expect(everything.asked).to.deep.equal([]);
    expect(editor.state).to.deep.include({ phase: "ready" }).and.not.have.property("loadError");
    expect(editor.canSave).to.equal(false);
    expect(await editor.save()).to.deep.equal({ saved: false, reason: "unsupported" });
  });

  it("may be learnt by the editor first", async () => {
    everything.answers = { lifecycle: http(501) };
    const editor = new LifecycleEditor({ timers: world.timers, onChange: () => {} });
    editor.setSource(everything.source);
    await settled();
    expect(editor.state).to.deep.include({ phase: "ready" }).and.not.have.property("loadError");
    expect(editor.loaded).to.equal(true);
    expect(editor.canSave).to.equal(false);
  });
});
