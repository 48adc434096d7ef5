import { fixture, html } from "@open-wc/testing";
import type { LifecycleSettings } from "../../../src/domain/session/lifecycle.js";
import type { TransferLifecycleSettings } from "../../../src/elements/transfer-lifecycle-settings/transfer-lifecycle-settings.element.js";
import { itFitsInto320Pixels, itIsAccessible } from "../../support/accessibility.js";
import { settingsOn, type } from "../../support/lifecycle.js";

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
  itIsAccessible(STATES);

  itFitsInto320Pixels(STATES["changed meanwhile"]!);
});
