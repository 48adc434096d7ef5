import { fixture, html } from "@open-wc/testing";
import "../../src/define.js";
import type { TransferLifecycleSettings } from "../../src/elements/transfer-lifecycle-settings/transfer-lifecycle-settings.element.js";
import type { TransferDataSource } from "../../src/sources/data-source.js";
import { shown, textOf } from "./table.js";

/** Settings on a source. */
export async function settingsOn(source: TransferDataSource): Promise<TransferLifecycleSettings> {
  const element = await fixture<TransferLifecycleSettings>(
    html`<transfer-lifecycle-settings .dataSource=${source}></transfer-lifecycle-settings>`,
  );
  await shown(element);
  return element;
}

const rowOf = (element: HTMLElement, channel: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(`[data-channel="${channel}"]`)!;

export function inputOf(element: HTMLElement, channel: string): HTMLInputElement {
  return rowOf(element, channel).querySelector("input")!;
}

/** What is said of a channel, as it is read. */
export function wordsOf(element: HTMLElement, channel: string): string {
  return textOf(rowOf(element, channel).querySelector(".channel-words"));
}

/** Types as a person does, and leaves the field. */
export async function type(element: TransferLifecycleSettings, channel: string, text: string): Promise<void> {
  const input = inputOf(element, channel);
  input.value = text;
  input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
  await shown(element);
}

/** The texts of all fields, by channel. */
export function textsOf(element: HTMLElement): Record<string, string> {
  const rows = [...element.shadowRoot!.querySelectorAll<HTMLElement>("[data-channel]")];
  return Object.fromEntries(rows.map((row) => [row.dataset.channel!, row.querySelector("input")!.value]));
}

export function noticeOf(element: HTMLElement): string {
  return textOf(element.shadowRoot!.querySelector(".notice"));
}
