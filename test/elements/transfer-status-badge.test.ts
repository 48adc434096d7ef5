import { expect, fixture, html } from "@open-wc/testing";
import "../../src/define.js";
import type { TransferStatusBadge } from "../../src/elements/transfer-status-badge/transfer-status-badge.element.js";
import { registerLocale } from "../../src/i18n/locales.js";
import { textOf } from "../support/table.js";

const badge = (status: unknown) =>
  fixture<TransferStatusBadge>(html`<transfer-status-badge .status=${status as string}></transfer-status-badge>`);
const textIn = (element: Element) => textOf(element.shadowRoot!.querySelector("[part=badge]"));

describe("transfer-status-badge", () => {
  it("has a word and a shape of its own for each status", async () => {
    const words = [];
    const shapes = new Set<string>();
    for (const status of ["pending", "queued", "active", "post_agent", "ended"]) {
      const element = await badge(status);
      words.push(textIn(element));
      shapes.add(element.shadowRoot!.querySelector("svg")!.outerHTML);
      await expect(element).to.be.accessible();
    }
    expect(words).to.deep.equal(["Pending", "Queued", "Active", "Post-agent", "Ended"]);
    expect(shapes.size).to.equal(5);
  });

  it("shows what it does not know raw, and nothing as unknown", async () => {
    expect(textIn(await badge("on hold"))).to.equal("on hold");
    expect(textIn(await badge("<b>"))).to.equal("<b>");
    expect(textIn(await badge("constructor"))).to.equal("constructor");
    expect(textIn(await badge(""))).to.equal("Unknown");
    for (const odd of [null, undefined, 7, {}, []]) expect(textIn(await badge(odd))).to.equal("Unknown");
  });

  it("cuts a long word at its end, also where the page reads from right to left", async () => {
    const element = await badge("escalated_to_supervisor_of_the_second_floor");
    element.dir = "rtl";
    element.style.inlineSize = "100px";
    const label = element.shadowRoot!.querySelector(".badge-label")!;
    expect(getComputedStyle(label).direction).to.equal("ltr");
    expect(label.scrollWidth).to.be.greaterThan(label.clientWidth);
  });

  it("follows its attribute and a host's words", async () => {
    const element = await badge("active");
    element.setAttribute("status", "ended");
    element.strings = { status: { ended: "Closed" } };
    await element.updateComplete;
    expect(textIn(element)).to.equal("Closed");
  });

  it("speaks the language of the page, also when that is registered late or changes", async () => {
    const element = await badge("queued");
    registerLocale("xx", { common: { status: { queued: "Wartend" } } });
    document.documentElement.lang = "xx-AB";
    await new Promise<void>((resolve) => queueMicrotask(resolve));
    await element.updateComplete;
    expect(textIn(element)).to.equal("Wartend");
    document.documentElement.lang = "en";
    await new Promise<void>((resolve) => queueMicrotask(resolve));
    await element.updateComplete;
    expect(textIn(element)).to.equal("Queued");
  });
});
