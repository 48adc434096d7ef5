import { fixture, html } from "@open-wc/testing";
import "../../../src/define.js";
import { sessionStoreFor } from "../../../src/instances/session-store-for.js";
import type { TransferSessionDetails } from "../../../src/elements/transfer-session-details/transfer-session-details.element.js";
import type { TransferDataSource } from "../../../src/sources/data-source.js";
import { FakeEnvironment, settled } from "../../support/fake-environment.js";

export const ID = "agent_transfer:0c1d-uuid:conv:88:chat";

export async function detailsOn(
  source: TransferDataSource,
  properties: Partial<TransferSessionDetails> = {},
  environment = new FakeEnvironment(),
): Promise<{ details: TransferSessionDetails; environment: FakeEnvironment }> {
  sessionStoreFor(source, { environment });
  const details = await fixture<TransferSessionDetails>(
    html`<transfer-session-details .dataSource=${source} session-id=${ID} open></transfer-session-details>`,
  );
  Object.assign(details, properties);
  await shown(details);
  return { details, environment };
}

export async function shown(details: TransferSessionDetails): Promise<void> {
  await settled();
  await details.updateComplete;
  await settled();
  await details.updateComplete;
}

export function dialog(details: TransferSessionDetails): HTMLDialogElement {
  return details.shadowRoot!.querySelector<HTMLDialogElement>("dialog.details")!;
}

/** The fields by name, as a person reads them. */
export function fields(details: TransferSessionDetails): Record<string, string> {
  const found: Record<string, string> = {};
  for (const field of details.shadowRoot!.querySelectorAll(".field")) {
    found[field.querySelector("dt")!.textContent!] = field
      .querySelector("dd")!
      .textContent!.replaceAll(/\s+/g, " ")
      .trim();
  }
  return found;
}

export function text(details: TransferSessionDetails, selector = ".panel"): string {
  return (details.shadowRoot!.querySelector(selector)?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}

export function key(details: TransferSessionDetails, name: string): void {
  const target = details.shadowRoot!.activeElement ?? dialog(details);
  target.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, composed: true, cancelable: true }));
}

/** A promise that a test settles. */
export class Deferred<T> {
  resolve!: (value: T) => void;
  reject!: (error: unknown) => void;
  readonly promise = new Promise<T>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });
}
