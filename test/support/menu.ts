import type { TransferSessionsTable } from "../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { buttonOf, loaded } from "./table.js";

/** Opens a menu of the toolbar as a person does. */
export async function openMenu(table: TransferSessionsTable, name: string | RegExp): Promise<HTMLElement> {
  buttonOf(table, name)!.click();
  await loaded(table);
  return table.shadowRoot!.querySelector<HTMLElement>(".menu")!;
}
