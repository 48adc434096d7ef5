import { expect } from "@open-wc/testing";
import { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { sessionStoreFor } from "../../../src/instances/session-store-for.js";
import { FakeEnvironment, settled } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { collectWarnings } from "../../support/warnings.js";

// Nothing of `define/` is imported here: what it would hand in is missing.
customElements.define("own-table", class extends TransferSessionsTable {});

describe("a table that the host registers itself", () => {
  const warnings = collectWarnings();
  let table: TransferSessionsTable;

  beforeEach(async () => {
    const source = new ScriptedSource([wireRow("a")]);
    sessionStoreFor(source, { environment: new FakeEnvironment() });
    table = document.createElement("own-table") as TransferSessionsTable;
    table.dataSource = source;
    document.body.append(table);
    await shown();
  });
  afterEach(() => table.remove());

  async function shown(): Promise<void> {
    await settled();
    await table.updateComplete;
  }

  /** Opens the session, and waits for what is loaded for it. */
  async function open(): Promise<void> {
    table.shadowRoot!.querySelector<HTMLElement>("tbody [data-column=queue]")!.click();
    await import("../../../src/elements/transfer-sessions-table/opening/details-dialog.js");
    await shown();
  }

  it("says that it cannot show a session while nobody has defined the details", async () => {
    await open();
    expect(table.shadowRoot!.querySelector(".notice")!.textContent).to.contain("could not be loaded");
    expect(warnings.join()).to.contain("import handoff-elements/define/transfer-session-details");
  });

  it("opens the details that the page has defined", async () => {
    const opened: unknown[] = [];
    customElements.define(
      "transfer-session-details",
      class extends HTMLElement {
        session: { id: string } | undefined;
        show(): void {
          opened.push(this.session?.id);
        }
      },
    );
    await open();
    expect(opened).to.deep.equal(["a"]);
  });
});
