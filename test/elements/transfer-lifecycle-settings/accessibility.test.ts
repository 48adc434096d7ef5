import { expect, fixture, html } from "@open-wc/testing";
import { emulateMedia, setViewport } from "@web/test-runner-commands";
import type { LifecycleSettings } from "../../../src/domain/session/lifecycle.js";
import type { TransferLifecycleSettings } from "../../../src/elements/transfer-lifecycle-settings/transfer-lifecycle-settings.element.js";
import { settingsOn, type } from "../../support/lifecycle.js";
import { shown } from "../../support/table.js";

const SAVED: LifecycleSettings = { chat: 30, messaging: 30, email: 1440, campaign: 60, voice: 0 };

function source(answers: LifecycleSettings[] = [SAVED], refusal?: Error) {
  return {
    list: async () => [],
    lifecycle: async () => (answers.length > 1 ? answers.shift()! : answers[0]!),
    saveLifecycle: async (settings: LifecycleSettings) => {
      if (refusal) throw refusal;
      return settings;
    },
  };
}

/** Every state in which a person can meet the settings. */
const STATES: Record<string, () => Promise<TransferLifecycleSettings>> = {
  "not connected": () => fixture(html`<transfer-lifecycle-settings></transfer-lifecycle-settings>`),
  loading: () => settingsOn({ list: async () => [], lifecycle: () => new Promise(() => {}) }),
  "not loaded": () => settingsOn({ list: async () => [], lifecycle: () => Promise.reject(new Error("no")) }),
  loaded: () => settingsOn(source()),
  "read only": () => settingsOn({ list: async () => [], lifecycle: async () => SAVED }),
  edited: async () => {
    const element = await settingsOn(source());
    await type(element, "chat", "2");
    return element;
  },
  wrong: async () => {
    const element = await settingsOn(source());
    await type(element, "chat", "x");
    await element.save();
    return element;
  },
  saved: async () => {
    const element = await settingsOn(source());
    await type(element, "chat", "2");
    await element.save();
    return element;
  },
  "not saved": async () => {
    const element = await settingsOn(source([SAVED], new Error("The server answered 503.")));
    await type(element, "chat", "2");
    await element.save();
    return element;
  },
  "changed meanwhile": async () => {
    const element = await settingsOn(source([SAVED, { ...SAVED, chat: 45, email: 2880 }]));
    await type(element, "chat", "2");
    await element.save();
    return element;
  },
  disabled: async () => {
    const element = await settingsOn(source());
    element.disabled = true;
    return element;
  },
};

describe("transfer-lifecycle-settings: accessibility", () => {
  for (const scheme of ["light", "dark"] as const) {
    describe(`in ${scheme}`, () => {
      before(async () => {
        document.documentElement.style.colorScheme = "light dark";
        document.documentElement.lang = "en";
        await emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      });
      after(async () => {
        document.documentElement.style.colorScheme = "";
        await emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
      });
      for (const [name, make] of Object.entries(STATES)) {
        it(`has nothing for axe to find in ${name}`, async () => {
          const element = await make();
          await shown(element);
          await expect(element).to.be.accessible();
        });
      }
    });
  }

  it("scrolls nowhere sideways at 320 px", async () => {
    await setViewport({ width: 320, height: 700 });
    const element = await STATES["changed meanwhile"]!();
    await shown(element);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    const base = element.shadowRoot!.querySelector(".base")!;
    expect(base.scrollWidth).to.be.at.most(base.clientWidth);
    await setViewport({ width: 800, height: 600 });
  });
});
