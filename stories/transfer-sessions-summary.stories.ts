import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import type { TransferDataSource } from "../src/sources/data-source.js";
import { answering, everyRow, failing, floor } from "./support/sources.js";

interface Args {
  dataSource?: TransferDataSource;
  alerts?: boolean;
}

/**
 * The floor in a few numbers: how many sessions in which status, the longest wait now and over the last hour, how many
 * need attention, with which provider they are. With `for`, each filters the table of that id.
 */
const meta: Meta<Args> = {
  title: "Transfer sessions summary",
  component: "transfer-sessions-summary",
  render: ({ dataSource, alerts = false }) =>
    html`<transfer-sessions-summary .dataSource=${dataSource} ?alerts=${alerts}></transfer-sessions-summary>`,
};
export default meta;
type Story = StoryObj<Args>;

/** Press a number: the table shows just those sessions. */
export const WithATable: StoryObj = {
  render: () => {
    const source = floor({ seed: 3 });
    return html`
      <transfer-sessions-summary .dataSource=${source} for="floor" alerts></transfer-sessions-summary>
      <br />
      <transfer-sessions-table .dataSource=${source} id="floor"></transfer-sessions-table>
    `;
  },
};

/** Without `for` the numbers are only numbers. */
export const Alone: Story = { args: { dataSource: answering(everyRow()) } };

/** Offers notification and sound; both stay off until a click asks for them. */
export const WithAlerts: Story = { args: { dataSource: answering(everyRow()), alerts: true } };

export const Phone: Story = { args: { dataSource: answering(everyRow()) }, globals: { container: "phone" } };

export const Dark: Story = { args: { dataSource: answering(everyRow()) }, globals: { scheme: "dark" } };

export const RightToLeft: Story = { args: { dataSource: answering(everyRow()) }, globals: { direction: "rtl" } };

export const NotConnected: Story = {};

export const Loading: Story = { args: { dataSource: answering([], { list: () => new Promise(() => {}) }) } };

/** A floor with nothing on it. */
export const Empty: Story = { args: { dataSource: answering([]) } };

/** Nothing is known yet: no number is shown as zero. */
export const Unknown: Story = { args: { dataSource: failing({ kind: "http", status: 500 }) } };
