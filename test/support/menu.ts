import type { TransferSessionsTable } from "../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { settled } from "./fake-environment.js";
import { buttonOf, shown } from "./table.js";

/** Opens a menu of the toolbar as a person does. What is in it is loaded when it is first used. */
export async function openMenu(table: TransferSessionsTable, name: string | RegExp): Promise<HTMLElement> {
  buttonOf(table, name)!.click();
  await Promise.all([
    import("../../src/elements/transfer-sessions-table/menus/filter-menu.js"),
    import("../../src/elements/transfer-sessions-table/menus/offered-values.js"),
    import("../../src/elements/transfer-sessions-table/menus/more-menu.js"),
    import("../../src/domain/facets.js"),
  ]);
  await settled();
  await shown(table);
  return table.shadowRoot!.querySelector<HTMLElement>(".menu")!;
}
