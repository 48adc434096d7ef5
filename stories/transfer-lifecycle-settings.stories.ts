import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import type { TransferLifecycleSettings } from "../src/elements/transfer-lifecycle-settings/transfer-lifecycle-settings.element.js";
import type { LifecycleSettings } from "../src/domain/session/lifecycle.js";
import type { TransferDataSource } from "../src/sources/data-source.js";
import { floor } from "./support/sources.js";

interface Args {
  dataSource?: TransferDataSource;
}

const SAVED: LifecycleSettings = { chat: 30, messaging: 30, email: 1440, campaign: 60, voice: 0 };

/** A source that answers one after the other, and the last one for good. */
const settings = (
  answers: readonly LifecycleSettings[],
  saveLifecycle?: TransferDataSource["saveLifecycle"],
): TransferDataSource => {
  let asked = 0;
  return {
    list: async () => [],
    lifecycle: async () => answers[Math.min(asked++, answers.length - 1)]!,
    ...(saveLifecycle ? { saveLifecycle } : undefined),
  };
};

/** Types into the field of a channel, and saves. */
const typeAndSave =
  (texts: Readonly<Record<string, string>>) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const element = canvasElement.querySelector<TransferLifecycleSettings>("transfer-lifecycle-settings")!;
    await element.refresh();
    for (const [channel, text] of Object.entries(texts)) {
      const input = element.shadowRoot!.querySelector<HTMLInputElement>(`[data-channel="${channel}"] input`)!;
      input.value = text;
      input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    }
    await element.save();
  };

/**
 * Minutes of inactivity before a session is removed, per channel. Loads and saves through the data source; what a person
 * typed is lost neither to a failed save nor to somebody else who was faster. In a form it is a field of that form.
 */
const meta: Meta<Args> = {
  title: "Transfer lifecycle settings",
  component: "transfer-lifecycle-settings",
  render: ({ dataSource }) =>
    html`<transfer-lifecycle-settings .dataSource=${dataSource}></transfer-lifecycle-settings>`,
};
export default meta;
type Story = StoryObj<Args>;

/** On the simulated floor: what is saved holds at once. */
export const OnTheFloor: Story = { args: { dataSource: floor() } };

export const Phone: Story = { args: { dataSource: floor() }, globals: { container: "phone" } };

export const Dark: Story = { args: { dataSource: floor() }, globals: { scheme: "dark" } };

export const RightToLeft: Story = { args: { dataSource: floor() }, globals: { direction: "rtl" } };

export const NotConnected: Story = {};

/** The first answer is still out. */
export const Loading: Story = {
  args: { dataSource: { list: async () => [], lifecycle: () => new Promise<LifecycleSettings>(() => {}) } },
};

export const NotLoaded: Story = {
  args: {
    dataSource: { list: async () => [], lifecycle: () => Promise.reject(new Error("The server answered 500.")) },
  },
};

/** The source cannot save. */
export const ReadOnly: Story = { args: { dataSource: settings([SAVED]) } };

/** Three texts that are no setting. */
export const Wrong: Story = {
  args: { dataSource: settings([SAVED], async () => {}) },
  play: typeAndSave({ chat: "2", messaging: "half an hour", email: "99999", campaign: "" }),
};

export const Saved: Story = {
  args: { dataSource: settings([SAVED], async () => {}) },
  play: typeAndSave({ chat: "2" }),
};

export const SaveFailed: Story = {
  args: { dataSource: settings([SAVED], () => Promise.reject(new Error("The server answered 503."))) },
  play: typeAndSave({ chat: "2" }),
};

/** Somebody else has saved other values meanwhile: both are shown, nothing is overwritten unseen. */
export const ChangedMeanwhile: Story = {
  args: { dataSource: settings([SAVED, SAVED, { ...SAVED, chat: 45, email: 2880 }], async () => {}) },
  play: typeAndSave({ chat: "2" }),
};

/** A field of the host's form: it sends `ttl.chat`, `ttl.email` …, and takes part in validation and reset. */
export const InAForm: StoryObj = {
  render: () => html`
    <form>
      <transfer-lifecycle-settings name="ttl" .value=${{ chat: 2 }}></transfer-lifecycle-settings>
      <p><button>Submit</button> <button type="reset">Reset</button></p>
    </form>
  `,
};
