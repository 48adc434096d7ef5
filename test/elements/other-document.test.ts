import { expect, fixture, html } from "@open-wc/testing";
import "../../src/define.js";
import type { TransferSessionsProvider } from "../../src/elements/transfer-sessions-provider/transfer-sessions-provider.element.js";
import type { TransferSessionsTable } from "../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { sessionStoreFor } from "../../src/instances/session-store-for.js";
import { FakeEnvironment } from "../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../support/scripted-source.js";
import { buttonOf, dialogOf, loaded, rowsOf, shown, textOf } from "../support/table.js";
import { until } from "../support/until.js";

/** A frame of this page's origin, whose document is another. */
async function frame(): Promise<HTMLIFrameElement> {
  return fixture<HTMLIFrameElement>(html`<iframe style="inline-size: 1200px; block-size: 700px"></iframe>`);
}

/** A floor of one provider, summary, table and details, in no document yet. */
function floor(count = 3) {
  const source = new ScriptedSource(Array.from({ length: count }, (_, index) => wireRow(`s${index}`)));
  sessionStoreFor(source, { environment: new FakeEnvironment() });
  const provider = document.createElement("transfer-sessions-provider") as TransferSessionsProvider;
  provider.dataSource = source;
  const table = document.createElement("transfer-sessions-table") as TransferSessionsTable;
  const summary = document.createElement("transfer-sessions-summary");
  const tracker = document.createElement("agent-transfer-tracker");
  const settings = document.createElement("transfer-lifecycle-settings");
  provider.append(summary, table, settings, tracker);
  return { source, provider, table, all: [summary, table, settings, tracker] };
}

const sheets = (element: Element) => element.shadowRoot!.adoptedStyleSheets.length;

/** What a person sees of the styles: the frame of the element, and an icon that is small. */
function isStyled(table: HTMLElement): boolean {
  const icon = table.shadowRoot!.querySelector("svg")!.getBoundingClientRect();
  return icon.width > 0 && icon.width < 40 && sheets(table) > 0;
}

describe("elements in another document of the same origin", () => {
  it("keep their styles on the way there and back, late parts too", async () => {
    const { contentDocument } = await frame();
    const { provider, table, all } = floor();
    document.body.append(provider);
    await shown(table);
    buttonOf(table.shadowRoot!, "More")!.click();
    await loaded(table);
    const before = all.map(sheets);
    contentDocument!.body.append(provider);
    await shown(table);
    expect(rowsOf(table)).to.have.length(3);
    expect(all.map(sheets)).to.deep.equal(before);
    expect(isStyled(table)).to.equal(true);
    document.body.append(provider);
    await shown(table);
    expect(all.map(sheets)).to.deep.equal(before);
    expect(isStyled(table)).to.equal(true);
    provider.remove();
  });

  it("can be made here for there, as a portal does", async () => {
    const { contentDocument } = await frame();
    const { provider, table } = floor();
    contentDocument!.body.append(provider);
    await shown(table);
    expect(rowsOf(table)).to.have.length(3);
    expect(isStyled(table)).to.equal(true);
    provider.remove();
  });

  it("show menus, the question and the details there", async () => {
    const { contentDocument } = await frame();
    const { provider, table, source } = floor();
    contentDocument!.body.append(provider);
    await shown(table);
    buttonOf(table.shadowRoot!, "Status")!.click();
    await loaded(table);
    const menu = table.shadowRoot!.querySelector<HTMLElement>(":popover-open")!;
    expect(textOf(menu)).to.contain("Queued");
    expect(menu.getBoundingClientRect().width).to.be.below(400);
    menu.hidePopover();
    await shown(table);

    rowsOf(table)[1]!.querySelector<HTMLElement>("[data-column=actions] button")!.click();
    await shown(table);
    expect(dialogOf(table).matches(":modal")).to.equal(true);
    buttonOf(dialogOf(table), "End session")!.click();
    await shown(table);
    expect(source.ends).to.have.length(1);

    table.openSession("s0");
    const details = () => table.shadowRoot!.querySelector("transfer-session-details");
    await until(() => details()?.shadowRoot?.querySelector("dialog:modal dd"));
    expect(details()!.shadowRoot!.querySelector("dialog")!.getBoundingClientRect().width).to.be.above(200);
    provider.remove();
  });

  it("draw only the rows that are seen there", async () => {
    const { contentDocument } = await frame();
    const { provider, table } = floor(2_000);
    contentDocument!.body.append(provider);
    await until(() => rowsOf(table).length > 10);
    const view = contentDocument!.defaultView!;
    view.scrollTo(0, 40_000);
    await until(() => rowsOf(table).some((row) => Number(row.getAttribute("aria-rowindex")) > 850));
    expect(rowsOf(table).length).to.be.below(80);
    provider.remove();
  });

  it("speak the language of that document, also when it changes", async () => {
    const { contentDocument } = await frame();
    const { provider, all } = floor();
    const [, , , tracker] = all;
    const direction = () => tracker!.shadowRoot!.querySelector(".base")?.getAttribute("dir");
    contentDocument!.documentElement.dir = "rtl";
    contentDocument!.body.append(provider);
    await until(() => direction() === "rtl");
    contentDocument!.documentElement.dir = "ltr";
    await until(() => direction() === "ltr");
    provider.remove();
  });
});
