import { expect, fixture, html, nextFrame } from "@open-wc/testing";
import "../../src/define.js";
import type { TransferSessionsTable } from "../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { sessionStoreFor } from "../../src/instances/session-store-for.js";
import { FakeEnvironment } from "../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../support/scripted-source.js";
import { rowsOf, shown } from "../support/table.js";
import { until } from "../support/until.js";

const MINUTE = 60_000;

/** A place that a host can hide and show. */
interface Place {
  readonly box: Element;
  hide(): void;
  show(): void;
}

async function frameIn(parent: Element, style: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement("iframe");
  frame.style.cssText = style;
  parent.append(frame);
  return frame;
}

/** A place whose own or surrounding element gets a style. */
async function styled(hidden: string, visible = "", markup = html`<div><div></div></div>`): Promise<Place> {
  const outer = await fixture<HTMLElement>(markup);
  return {
    box: outer.firstElementChild ?? outer,
    hide: () => (outer.style.cssText = hidden),
    show: () => (outer.style.cssText = visible),
  };
}

async function framed(hidden: string): Promise<Place> {
  const visible = "inline-size: 900px; block-size: 500px";
  const frame = await frameIn(await fixture(html`<div></div>`), visible);
  return {
    box: frame.contentDocument!.body,
    hide: () => (frame.style.cssText = hidden),
    show: () => (frame.style.cssText = visible),
  };
}

/** Ways in which a host hides a widget, each with what shows it again. */
const HIDDEN: Record<string, () => Promise<Place>> = {
  "an element around it without display": () => styled("display: none"),
  "a section of `content-visibility: hidden`": () => styled("content-visibility: hidden"),
  "a closed <details>": async () => {
    const box = await fixture<HTMLDetailsElement>(
      html`<details open>
        <summary>More</summary>
        <div></div>
      </details>`,
    );
    return { box: box.lastElementChild!, hide: () => (box.open = false), show: () => (box.open = true) };
  },
  "a closed dialog": async () => {
    const box = await fixture<HTMLDialogElement>(html`<dialog open><div></div></dialog>`);
    return { box: box.firstElementChild!, hide: () => box.close(), show: () => box.show() };
  },
  "a closed popover": async () => {
    const box = await fixture<HTMLElement>(html`<div popover="manual"></div>`);
    box.showPopover();
    return { box, hide: () => box.hidePopover(), show: () => box.showPopover() };
  },
  "a tab panel with `hidden`": async () => {
    const box = await fixture<HTMLElement>(html`<div role="tabpanel"></div>`);
    return { box, hide: () => (box.hidden = true), show: () => (box.hidden = false) };
  },
  "the slot of another element that is not there": async () => {
    const host = await fixture<HTMLElement>(html`<div><div></div></div>`);
    const root = host.attachShadow({ mode: "closed" });
    root.innerHTML = "<slot></slot>";
    const slot = root.firstElementChild!;
    return { box: host.firstElementChild!, hide: () => slot.remove(), show: () => root.append(slot) };
  },
  "a frame without display": () => framed("display: none"),
  "a frame of no size": () => framed("inline-size: 0; block-size: 0; border: 0"),
  "a frame of no height": () => framed("inline-size: 900px; block-size: 0; border: 0"),
  "a frame in an element without display": async () => {
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const frame = await frameIn(outer, "inline-size: 900px; block-size: 500px");
    return {
      box: frame.contentDocument!.body,
      hide: () => (outer.style.display = "none"),
      show: () => (outer.style.display = ""),
    };
  },
  "a frame in a frame without display": async () => {
    const outer = await frameIn(await fixture(html`<div></div>`), "inline-size: 900px; block-size: 500px");
    const inner = await frameIn(outer.contentDocument!.body, "inline-size: 800px; block-size: 400px");
    return {
      box: inner.contentDocument!.body,
      hide: () => (outer.style.display = "none"),
      show: () => (outer.style.display = ""),
    };
  },
};

/** What counts as seen: a person may come to it at any moment without the element hearing of that. */
const SEEN: Record<string, () => Promise<Place>> = {
  "`visibility: hidden`": () => styled("visibility: hidden"),
  "a place out of sight": () => styled("position: absolute; inset-inline-start: -9999px"),
  "a place scrolled away": () => styled("margin-block-start: 9000px"),
  "`display: contents`": () => styled("display: contents"),
};

async function tableIn({ box }: Place, tag = "transfer-sessions-table") {
  const environment = new FakeEnvironment();
  const source = new ScriptedSource([wireRow("a")]);
  sessionStoreFor(source, { environment });
  const table = document.createElement(tag) as TransferSessionsTable;
  table.dataSource = source;
  box.append(table);
  await shown(table);
  await environment.pass(0);
  expect(source.requests).to.have.length(1);
  return { table, source, environment };
}

describe("polls while nobody can see what comes of them", () => {
  for (const [name, make] of Object.entries(HIDDEN)) {
    it(`rest in ${name}, and go on at once on return`, async () => {
      const place = await make();
      const { table, source, environment } = await tableIn(place);
      await environment.pass(MINUTE);
      expect(source.requests).to.have.length(3);
      place.hide();
      await nextFrame();
      await environment.pass(10 * MINUTE);
      expect(source.requests).to.have.length(3);
      await table.refresh();
      expect(source.requests, "a refresh asks all the same").to.have.length(4);
      await environment.pass(10 * MINUTE);
      expect(source.requests).to.have.length(4);
      source.standing = [wireRow("a"), wireRow("b")];
      place.show();
      await until(() => source.requests.length === 5);
      await until(() => rowsOf(table).length === 2);
      await environment.pass(MINUTE);
      expect(source.requests).to.have.length(7);
      table.remove();
    });
  }

  for (const [name, make] of Object.entries(SEEN)) {
    it(`go on in ${name}`, async () => {
      const place = await make();
      const { table, source, environment } = await tableIn(place);
      place.hide();
      await nextFrame();
      await environment.pass(MINUTE);
      expect(source.requests).to.have.length(3);
      table.remove();
    });
  }

  it("go on for whoever else shows the source, and for a script", async () => {
    const [place, other] = [await styled("display: none"), await styled("")];
    const { table, source, environment } = await tableIn(place);
    place.hide();
    await environment.pass(10 * MINUTE);
    expect(source.requests).to.have.length(1);
    const summary = document.createElement("transfer-sessions-summary");
    summary.dataSource = source;
    other.box.append(summary);
    await until(() => source.requests.length === 2);
    await environment.pass(MINUTE);
    expect(source.requests).to.have.length(4);
    summary.remove();
    await environment.pass(10 * MINUTE);
    expect(source.requests).to.have.length(4);
    const leave = sessionStoreFor(source).subscribe(() => {});
    await environment.pass(MINUTE);
    expect(source.requests.length).to.be.above(5);
    leave();
    const before = source.requests.length;
    const beCalled = sessionStoreFor(source).subscribe(() => {}, { whileHidden: true, sight: "none" });
    await environment.pass(MINUTE);
    expect(source.requests.length, "somebody wants to be called").to.be.above(before + 1);
    beCalled();
    table.remove();
  });

  it("rest with a summary alone, and with details that are closed", async () => {
    for (const tag of ["transfer-sessions-summary", "transfer-session-details"]) {
      const place = await styled("display: none");
      const { table, source, environment } = await tableIn(place, tag);
      place.hide();
      await environment.pass(10 * MINUTE);
      expect(source.requests, tag).to.have.length(1);
      table.remove();
    }
  });
});
