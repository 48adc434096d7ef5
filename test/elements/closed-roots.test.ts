import { expect, fixture, html } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import "../../src/define.js";
import type { TransferSessionsTable } from "../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { sessionStoreFor } from "../../src/instances/session-store-for.js";
import { FakeEnvironment } from "../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../support/scripted-source.js";
import { buttonOf, loaded, rowsOf, shown, textOf } from "../support/table.js";
import { until } from "../support/until.js";

// As Salesforce's Lightning Web Security and some consoles do: no script outside may look into a shadow root.
const roots = new WeakMap<Element, ShadowRoot>();
const { attachShadow } = Element.prototype;
const rootOf = (element: Element) => roots.get(element)!;

async function floor(count = 3) {
  const source = new ScriptedSource(Array.from({ length: count }, (_, index) => wireRow(`s${index}`)));
  sessionStoreFor(source, { environment: new FakeEnvironment() });
  const provider = await fixture<HTMLElement>(html`
    <transfer-sessions-provider .dataSource=${source}>
      <transfer-sessions-summary for="floor"></transfer-sessions-summary>
      <transfer-sessions-table id="floor"></transfer-sessions-table>
    </transfer-sessions-provider>
  `);
  const table = provider.querySelector<TransferSessionsTable>("transfer-sessions-table")!;
  await shown(table);
  expect(table.shadowRoot).to.equal(null);
  return { source, table, root: rootOf(table), summary: provider.querySelector("transfer-sessions-summary")! };
}

describe("elements whose shadow roots a host closes", () => {
  const errors: string[] = [];
  const note = (event: Event) => {
    const { message, reason } = event as unknown as { message?: string; reason?: unknown };
    errors.push(message ?? String(reason));
  };

  before(() => {
    Element.prototype.attachShadow = function (init) {
      const root = attachShadow.call(this, { ...init, mode: "closed" });
      roots.set(this, root);
      return root;
    };
    addEventListener("error", note);
    addEventListener("unhandledrejection", note);
  });
  after(() => {
    Element.prototype.attachShadow = attachShadow;
    removeEventListener("error", note);
    removeEventListener("unhandledrejection", note);
    expect(errors).to.deep.equal([]);
  });

  it("open menus, and filter", async () => {
    const { table, root } = await floor();
    buttonOf(root, "Status")!.click();
    await loaded(table);
    const menu = root.querySelector<HTMLElement>(":popover-open")!;
    expect(textOf(menu)).to.contain("Queued");
    expect(menu.getBoundingClientRect().width).to.be.below(400);
    await sendKeys({ press: " " });
    await shown(table);
    expect(table.view.status).to.have.length(1);
  });

  it("are used by keyboard, and keep the focus where rows go", async () => {
    const { table, root, source } = await floor(100);
    root.querySelector<HTMLElement>(".search input")!.focus();
    await sendKeys({ press: "Tab" });
    await until(() => root.activeElement !== null);
    rowsOf(root)[0]!.querySelector<HTMLElement>("[tabindex='0']")!.focus();
    for (const key of ["ArrowDown", "ArrowDown", "PageDown"]) await sendKeys({ press: key });
    await shown(table);
    const row = root.activeElement!.closest("[role=row]")!;
    expect(Number(row.getAttribute("aria-rowindex"))).to.be.above(4);
    await sendKeys({ press: "Enter" });
    await until(() => root.querySelector("transfer-session-details"));
    const details = rootOf(root.querySelector("transfer-session-details")!);
    await until(() => details.querySelector("dialog:modal dd"));
    await sendKeys({ press: "Escape" });
    await until(() => root.activeElement?.closest("[role=row]") === row);
    expect(source.requests.length).to.be.above(0);
  });

  it("ask before they end a session, and filter from the summary", async () => {
    const { table, root, summary, source } = await floor();
    rowsOf(root)[0]!.querySelector<HTMLElement>("[data-column=actions] button")!.click();
    await shown(table);
    buttonOf(root.querySelector("dialog")!, "End session")!.click();
    await shown(table);
    expect(source.ends).to.have.length(1);
    rootOf(summary).querySelector<HTMLElement>("button[aria-pressed]")!.click();
    await shown(table);
    expect(Object.keys(table.view)).not.to.have.length(0);
  });
});
