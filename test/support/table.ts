import { fixture, html } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import "../../src/define.js";
import { sessionStoreFor } from "../../src/instances/session-store-for.js";
import type { TransferSessionsTable } from "../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import type { TransferDataSource } from "../../src/sources/data-source.js";
import { FakeEnvironment, settled } from "./fake-environment.js";

// In every file that shows a table: otherwise the first odd record waits for it, longer than tests of records do.

/** A table on a source whose time passes when the test says so. */
export async function tableOn(
  source: TransferDataSource,
  environment = new FakeEnvironment(),
): Promise<{ table: TransferSessionsTable; environment: FakeEnvironment }> {
  sessionStoreFor(source, { environment });
  const table = await fixture<TransferSessionsTable>(
    html`<transfer-sessions-table .dataSource=${source}></transfer-sessions-table>`,
  );
  await shown(table);
  return { table, environment };
}

/** Waits until what is known is on the page. */
export async function shown(element: { updateComplete: Promise<boolean> }): Promise<void> {
  await settled();
  await element.updateComplete;
}

/** Waits until the table has seen its size and place: the browser tells of them once per frame. */
export async function drawn(element: { updateComplete: Promise<boolean> }): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  await shown(element);
}

/** Waits until what a person has asked for is on the page. Menus, and the question before many are ended, are loaded when first used. */
export async function loaded(table: TransferSessionsTable): Promise<void> {
  await Promise.all([
    import("../../src/elements/transfer-sessions-table/ending/bulk-end-dialog.js"),
    import("../../src/elements/transfer-sessions-table/menus/table-menus.js"),
  ]);
  await shown(table);
}

/** Settles when a dialog or a menu is closed and the browser has said so, which it may do some frames later. */
function closed(open: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    if (open instanceof HTMLDialogElement) open.addEventListener("close", () => resolve(), { once: true });
    else open.addEventListener("toggle", ({ newState }) => newState === "closed" && resolve());
  });
}

/** Does what closes the dialog or menu that is open, and waits for what comes of it. */
export async function closing(table: TransferSessionsTable, act: () => unknown): Promise<void> {
  const told = closed(table.shadowRoot!.querySelector<HTMLElement>("dialog[open], :popover-open")!);
  await act();
  await told;
  await shown(table);
}

/** Presses Escape in a dialog or menu. */
export const escape = (table: TransferSessionsTable): Promise<void> =>
  closing(table, () => sendKeys({ press: "Escape" }));

/** The rows of data, as a person counts them. @param table or its root, where that is closed. */
export function rowsOf(table: HTMLElement | ShadowRoot): HTMLElement[] {
  const root = table instanceof ShadowRoot ? table : table.shadowRoot!;
  return [...root.querySelectorAll<HTMLElement>("tbody [role=row]")];
}

export function cellOf(row: HTMLElement, column: string): HTMLElement {
  return row.querySelector<HTMLElement>(`[data-column=${column}]`)!;
}

/** Text as it is read, with white space folded. */
export function textOf(node: Element | null | undefined): string {
  return (node?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}

/** The button of that accessible name (its label, or else its text) that a person could press. */
export function buttonOf(root: HTMLElement | ShadowRoot, name: string | RegExp): HTMLButtonElement | undefined {
  const scope = root instanceof ShadowRoot ? root : (root.shadowRoot ?? root);
  return [...scope.querySelectorAll<HTMLButtonElement>("button")].find((button) => {
    const own = button.getAttribute("aria-label") ?? textOf(button);
    return typeof name === "string" ? own === name : name.test(own);
  });
}

export function dialogOf(table: HTMLElement): HTMLDialogElement {
  return table.shadowRoot!.querySelector("dialog")!;
}
