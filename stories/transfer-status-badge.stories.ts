import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";

/** A status in colour, shape and word. Any text is legal; what is not known is shown raw, in neutral colours. */
const meta: Meta<{ status: string }> = {
  title: "Transfer status badge",
  component: "transfer-status-badge",
  args: { status: "queued" },
  argTypes: { status: { control: "text" } },
  render: ({ status }) => html`<transfer-status-badge status=${status}></transfer-status-badge>`,
};
export default meta;

export const One: StoryObj<{ status: string }> = {};

export const All: StoryObj = {
  render: () =>
    html`${["pending", "queued", "active", "post_agent", "ended", "on hold", ""].map(
      (status) => html`<p><transfer-status-badge status=${status}></transfer-status-badge></p>`,
    )}`,
};
