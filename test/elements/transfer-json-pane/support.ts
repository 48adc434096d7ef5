import { fixture, html } from "@open-wc/testing";
import "../../../src/define/transfer-json-pane.js";
import type { TransferJsonPane } from "../../../src/elements/transfer-json-pane/transfer-json-pane.element.js";

export type PaneProperties = Partial<Pick<TransferJsonPane, "value" | "text" | "redact" | "label" | "expandDepth">>;

/** A pane that has shown what it was given. */
export async function makePane(properties: PaneProperties, styles = ""): Promise<TransferJsonPane> {
  const pane = await fixture<TransferJsonPane>(html`<transfer-json-pane></transfer-json-pane>`);
  if (styles) pane.setAttribute("style", styles);
  Object.assign(pane, properties);
  await settled(pane);
  return pane;
}

/** Until nothing is left to render: sizes come a frame later. */
export async function settled(pane: TransferJsonPane): Promise<void> {
  await pane.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await pane.updateComplete;
}

export function root(pane: TransferJsonPane): ShadowRoot {
  return pane.renderRoot as ShadowRoot;
}

/** The rows in the DOM, in the order of the document. */
export function rows(pane: TransferJsonPane): HTMLElement[] {
  return [...root(pane).querySelectorAll<HTMLElement>("[role=treeitem]:not(.away)")];
}

/** `key: value` of each row, as a person reads it. */
export function texts(pane: TransferJsonPane): string[] {
  return rows(pane).map((row) =>
    [...row.querySelectorAll(".index, .key, .colon, .type, .value, .note")]
      .filter((part) => !part.parentElement!.closest(".value"))
      .map((part) => part.textContent)
      .join("")
      .replaceAll(/\s+/g, " ")
      .trim(),
  );
}

export function row(pane: TransferJsonPane, key: string): HTMLElement {
  const found = rows(pane).find((item) => item.querySelector(".key, .index")?.textContent === key);
  if (!found) throw new Error(`no row ${key} among ${texts(pane).join(" | ")}`);
  return found;
}

export function buttonIn(scope: ParentNode, name: string): HTMLButtonElement {
  const found = [...scope.querySelectorAll("button")].find(
    (item) => (item.getAttribute("aria-label") ?? item.textContent!.trim()) === name,
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
}

export async function press(pane: TransferJsonPane, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    root(pane).activeElement!.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }),
    );
    await pane.updateComplete;
  }
  await settled(pane);
}

export async function find(pane: TransferJsonPane, query: string): Promise<void> {
  const input = root(pane).querySelector("input")!;
  input.value = query;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await settled(pane);
}

export function hits(pane: TransferJsonPane): string {
  return root(pane).querySelector(".hits")?.textContent ?? "";
}

/** Name of the row that has the focus. */
export function focused(pane: TransferJsonPane): string | undefined {
  const item = root(pane).activeElement;
  return item ? (item.querySelector(".key, .index")?.textContent ?? "root") : undefined;
}

/** Everything that a person or a machine could read out of the pane: text, attributes, properties of inputs. */
export function everything(pane: TransferJsonPane): string {
  return root(pane).innerHTML + pane.outerHTML;
}
