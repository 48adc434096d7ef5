import { expect, fixture, html, oneEvent } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { sessionStoreFor } from "../../../src/instances/session-store-for.js";
import { DEFAULT_LIFECYCLE, type LifecycleSettings } from "../../../src/domain/session/lifecycle.js";
import type { TransferLifecycleSettings } from "../../../src/elements/transfer-lifecycle-settings/transfer-lifecycle-settings.element.js";
import type {
  TransferLifecycleSavedEvent,
  TransferLifecycleSaveFailedEvent,
} from "../../../src/events/lifecycle-events.js";
import type { TransferDataSource } from "../../../src/sources/data-source.js";
import { Deferred } from "../../support/deferred.js";
import { inputOf, noticeOf, settingsOn, textsOf, type, wordsOf } from "../../support/lifecycle.js";
import { buttonOf, shown, textOf } from "../../support/table.js";
import { collectWarnings } from "../../support/warnings.js";

/** A source with settings that others may change. */
class Shelf implements TransferDataSource {
  current: Record<string, number>;
  readonly saves: LifecycleSettings[] = [];
  failing: unknown;
  loadFailing: unknown;

  constructor(current: Record<string, number> = { ...DEFAULT_LIFECYCLE }) {
    this.current = current;
  }

  list = async () => [];

  lifecycle = async () => {
    if (this.loadFailing) throw this.loadFailing;
    return { ...this.current };
  };

  saveLifecycle = async (settings: LifecycleSettings): Promise<LifecycleSettings> => {
    this.saves.push(settings);
    if (this.failing) throw this.failing;
    this.current = { ...this.current, ...settings };
    return { ...this.current };
  };
}

const save = async (element: TransferLifecycleSettings) => {
  buttonOf(element, "Save")!.click();
  await shown(element);
  await shown(element);
};

/** Leaves the page, as far as it can ask. @returns whether it asks. */
function leave(): boolean {
  const event = new Event("beforeunload", { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
}

describe("transfer-lifecycle-settings", () => {
  const warnings = collectWarnings();

  it("loads, and says in words what each value means", async () => {
    const element = await settingsOn(new Shelf({ chat: 2, messaging: 90, email: 1440, campaign: 60, voice: 0 }));
    expect(textsOf(element)).to.deep.equal({ chat: "2", messaging: "90", email: "1440", campaign: "60", voice: "0" });
    expect(wordsOf(element, "chat")).to.equal("A chat ends after 2 minutes without a message.");
    expect(wordsOf(element, "messaging")).to.equal(
      "A messaging session ends after 1 hour 30 minutes without a message.",
    );
    expect(wordsOf(element, "email")).to.equal("An email session ends after 24 hours without a message.");
    expect(wordsOf(element, "campaign")).to.equal("A campaign session ends after 1 hour without a message.");
    expect(wordsOf(element, "voice")).to.match(/^A call never expires\. It stays in the list until somebody ends it/);
    await type(element, "voice", "10080");
    expect(wordsOf(element, "voice")).to.equal("A call ends after 7 days without activity.");
  });

  it("shows channels that only the source knows, and the defaults of those that it leaves out", async () => {
    const element = await settingsOn(new Shelf({ sms: 15, chat: 5 }));
    expect(textsOf(element)).to.deep.equal({ ...textsOf(element), chat: "5", sms: "15", email: "1440" });
    expect(wordsOf(element, "sms")).to.equal("A session of sms ends after 15 minutes without a message.");
  });

  it("saves what was typed, all of it, and tells the host and the other elements", async () => {
    const source = new Shelf();
    const store = sessionStoreFor(source);
    const element = await settingsOn(source);
    expect(buttonOf(element, "Save")!.getAttribute("aria-disabled")).to.equal("true");
    await type(element, "chat", "2");
    expect(element.dirty).to.equal(true);
    expect(textOf(element.shadowRoot!.querySelector(".state-line"))).to.equal("Unsaved changes");
    const told: Promise<Event> = oneEvent(element, "transfer-lifecycle-saved");
    await save(element);
    expect(((await told) as TransferLifecycleSavedEvent).settings).to.deep.equal({ ...DEFAULT_LIFECYCLE, chat: 2 });
    expect(source.saves).to.deep.equal([{ ...DEFAULT_LIFECYCLE, chat: 2 }]);
    expect(store.snapshot.lifecycle).to.deep.equal({ ...DEFAULT_LIFECYCLE, chat: 2 });
    expect(element.dirty).to.equal(false);
    expect(textOf(element.shadowRoot!.querySelector(".state-line"))).to.equal("Saved");
  });

  it("refuses what is no setting, says why once the field is left, and saves none of it", async () => {
    const source = new Shelf();
    const element = await settingsOn(source);
    const input = inputOf(element, "chat");
    input.value = "";
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    await shown(element);
    expect(input.getAttribute("aria-invalid"), "not while it is typed for the first time").to.equal("false");
    for (const [text, words] of [
      ["", "Enter a number of minutes; 0 means never."],
      ["-1", "Enter a whole number from 0 to 10,080."],
      ["1.5", "Enter a whole number from 0 to 10,080."],
      ["<b>x</b>", "Enter a whole number from 0 to 10,080."],
      ["10081", "The longest is 10,080 minutes, a week."],
    ] as const) {
      await type(element, "chat", text);
      expect(wordsOf(element, "chat")).to.equal(words);
      expect(input.getAttribute("aria-invalid")).to.equal("true");
      await save(element);
      expect(element.shadowRoot!.activeElement).to.equal(input);
      expect(input.value, "still there").to.equal(text);
    }
    expect(source.saves).to.have.length(0);
  });

  it("keeps what was typed when a save fails, says why, and saves it on Retry", async () => {
    const source = new Shelf();
    const element = await settingsOn(source);
    await type(element, "chat", "2");
    source.failing = new Error("The server answered 503.");
    const failed: Promise<Event> = oneEvent(element, "transfer-lifecycle-save-failed");
    await save(element);
    expect(((await failed) as TransferLifecycleSaveFailedEvent).reason).to.equal("failed");
    expect(noticeOf(element)).to.equal(
      "The settings could not be saved. The server answered 503. What you entered is still here. Retry",
    );
    expect(inputOf(element, "chat").value).to.equal("2");
    source.failing = undefined;
    buttonOf(element, "Retry")!.click();
    await shown(element);
    await shown(element);
    expect(noticeOf(element)).to.equal("");
    expect(source.current.chat).to.equal(2);
  });

  it("shows both when somebody else was faster, loses neither, and saves when asked again", async () => {
    const source = new Shelf();
    const element = await settingsOn(source);
    await type(element, "chat", "2");
    source.current = { ...source.current, chat: 45, email: 2880 };
    await save(element);
    expect(source.saves, "nothing was overwritten unseen").to.have.length(0);
    expect(noticeOf(element)).to.match(/^Somebody else has changed the settings meanwhile\. Nothing was saved yet\./);
    expect(textsOf(element)).to.include({ chat: "2", email: "2880" });
    expect(wordsOf(element, "chat")).to.equal(
      "A chat ends after 2 minutes without a message. Somebody else has changed this from 30 minutes to 45 minutes meanwhile. Use 45 minutes",
    );
    expect(wordsOf(element, "email")).to.contain("from 24 hours to 2 days meanwhile.");
    expect(wordsOf(element, "voice")).not.to.contain("meanwhile");
    await save(element);
    expect(source.current).to.deep.equal({ ...DEFAULT_LIFECYCLE, chat: 2, email: 2880 });
    expect(wordsOf(element, "chat")).not.to.contain("meanwhile");
  });

  it("takes theirs on a click", async () => {
    const source = new Shelf();
    const element = await settingsOn(source);
    await type(element, "chat", "2");
    source.current = { ...source.current, chat: 0 };
    await save(element);
    buttonOf(element, "Use never")!.click();
    await shown(element);
    expect(inputOf(element, "chat").value).to.equal("0");
    expect(element.dirty).to.equal(false);
  });

  for (const status of [409, 412]) {
    it(`takes ${status} for somebody who was faster still`, async () => {
      const source = new Shelf();
      const element = await settingsOn(source);
      await type(element, "chat", "2");
      source.saveLifecycle = async () => {
        source.current = { ...source.current, chat: 99 };
        throw Object.assign(new Error("no"), { kind: "http", status });
      };
      await save(element);
      expect(noticeOf(element)).to.contain("Somebody else");
      expect(wordsOf(element, "chat")).to.contain("to 1 hour 39 minutes meanwhile. Use 1 hour 39 minutes");
      expect(inputOf(element, "chat").value).to.equal("2");
    });
  }

  it("keeps what is typed while a save is under way", async () => {
    const source = new Shelf();
    const element = await settingsOn(source);
    const answer = new Deferred<LifecycleSettings>();
    source.saveLifecycle = () => answer.promise;
    await type(element, "chat", "2");
    await save(element);
    expect(buttonOf(element, "Saving…")!.getAttribute("aria-busy")).to.equal("true");
    await type(element, "email", "7");
    answer.resolve({ ...DEFAULT_LIFECYCLE, chat: 2 });
    await shown(element);
    await shown(element);
    expect(textsOf(element)).to.include({ chat: "2", email: "7" });
    expect(element.dirty).to.equal(true);
  });

  it("restores the defaults: the provider's, then the documented ones; they have to be saved like anything", async () => {
    const source = new Shelf({ chat: 1, messaging: 1, email: 1, campaign: 1, voice: 1, sms: 1 });
    const root = await fixture<HTMLElement>(
      html`<transfer-sessions-provider .dataSource=${source} .lifecycle=${{ email: 9 }}
        ><transfer-lifecycle-settings></transfer-lifecycle-settings
      ></transfer-sessions-provider>`,
    );
    const element = root.querySelector("transfer-lifecycle-settings")!;
    await shown(element);
    await shown(element);
    buttonOf(element, "Restore defaults")!.click();
    await shown(element);
    expect(textsOf(element)).to.deep.equal({
      chat: "30",
      messaging: "30",
      email: "9",
      campaign: "60",
      voice: "0",
      sms: "1",
    });
    expect(source.saves).to.have.length(0);
    buttonOf(element, "Discard changes")!.click();
    await shown(element);
    expect(textsOf(element)).to.include({ chat: "1", email: "1" });
    expect(element.dirty).to.equal(false);
  });

  it("asks before a page is left with unsaved changes, and only then", async () => {
    const element = await settingsOn(new Shelf());
    expect(leave()).to.equal(false);
    await type(element, "chat", "2");
    expect(leave()).to.equal(true);
    await save(element);
    expect(leave()).to.equal(false);
    await type(element, "chat", "3");
    element.remove();
    expect(leave()).to.equal(false);
  });

  it("says that the settings could not be loaded, and tries again", async () => {
    const source = new Shelf({ chat: 7 });
    source.loadFailing = new Error("The server answered 500.");
    const element = await settingsOn(source);
    expect(textOf(element.shadowRoot!.querySelector(".state"))).to.equal(
      "The settings could not be loaded The server answered 500. Retry",
    );
    source.loadFailing = undefined;
    buttonOf(element, "Retry")!.click();
    await shown(element);
    await shown(element);
    expect(inputOf(element, "chat").value).to.equal("7");
  });

  it("shows only what the source can do", async () => {
    const reading = await settingsOn({ list: async () => [], lifecycle: async () => ({ chat: 7 }) });
    expect(inputOf(reading, "chat").readOnly).to.equal(true);
    expect(buttonOf(reading, "Save")).to.equal(undefined);
    const none = await fixture<TransferLifecycleSettings>(
      html`<transfer-lifecycle-settings></transfer-lifecycle-settings>`,
    );
    expect(textOf(none.shadowRoot!.querySelector(".state-title"))).to.equal("No data source is connected");
  });

  it("lives with whatever a source answers", async () => {
    for (const odd of [null, 7, "x", [], { chat: "5", email: -1, voice: 1e300, messaging: null }, undefined]) {
      const source = { list: async () => [], lifecycle: async () => odd, saveLifecycle: async () => odd };
      const element = await settingsOn(source as unknown as TransferDataSource);
      expect(element.shadowRoot!.querySelector(".channels, .state"), JSON.stringify(odd)).not.to.equal(null);
      if (!element.shadowRoot!.querySelector(".channels")) continue;
      await type(element, "chat", "4");
      await save(element);
      expect(inputOf(element, "chat").value).to.equal("4");
    }
  });

  it("does not let an overlong setting of the source keep a person from changing the rest", async () => {
    const source = new Shelf({ chat: 30, email: 50_000 });
    const element = await settingsOn(source);
    await type(element, "chat", "5");
    expect(element.checkValidity()).to.equal(true);
    await save(element);
    expect(source.current).to.include({ chat: 5, email: 50_000 });
    await type(element, "email", "50001");
    expect(element.checkValidity()).to.equal(false);
  });

  it("asks another source for other settings, and drops what an old one still answers", async () => {
    const answer = new Deferred<LifecycleSettings>();
    const slow = { list: async () => [], lifecycle: () => answer.promise };
    const element = await settingsOn(slow);
    element.dataSource = new Shelf({ chat: 11 });
    await shown(element);
    await shown(element);
    answer.resolve({ chat: 99 });
    await shown(element);
    expect(inputOf(element, "chat").value).to.equal("11");
  });

  it("is run by keyboard alone: Tab through the fields, Enter saves", async () => {
    const source = new Shelf();
    const element = await settingsOn(source);
    element.focus();
    expect(element.shadowRoot!.activeElement).to.equal(inputOf(element, "chat"));
    await sendKeys({ press: "Control+A" });
    await sendKeys({ type: "2" });
    for (const channel of ["messaging", "email", "campaign", "voice"]) {
      await sendKeys({ press: "Tab" });
      expect(element.shadowRoot!.activeElement, channel).to.equal(inputOf(element, channel));
    }
    await sendKeys({ press: "Tab" });
    expect(textOf(element.shadowRoot!.activeElement)).to.equal("Restore defaults");
    await sendKeys({ press: "Shift+Tab" });
    await sendKeys({ press: "Enter" });
    await shown(element);
    await shown(element);
    expect(source.current.chat).to.equal(2);
  });

  it("warns of bad values that a host sets, and ignores them", async () => {
    const element = await settingsOn(new Shelf());
    for (const odd of [7, "x", [1]]) element.value = odd as unknown as LifecycleSettings;
    element.dataSource = 5 as unknown as TransferDataSource;
    expect(inputOf(element, "chat").value).to.equal("30");
    expect(warnings.length).to.be.greaterThan(0);
  });
});
