import { expect } from "@open-wc/testing";
import { emulateMedia, setViewport } from "@web/test-runner-commands";
import type { LitElement } from "lit";
import { shown } from "./table.js";

/**
 * Has axe look at every state in which a person can meet an element, in light and in dark. Call it inside `describe`.
 *
 * @param more further tests for each of the two.
 */
export function itIsAccessible(
  states: Readonly<Record<string, () => Promise<LitElement>>>,
  more: () => void = () => {},
): void {
  for (const scheme of ["light", "dark"] as const) {
    describe(`in ${scheme}`, () => {
      before(async () => {
        document.documentElement.style.colorScheme = "light dark";
        document.documentElement.lang = "en";
        await emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      });
      after(async () => {
        document.documentElement.style.colorScheme = "";
        await emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
      });
      for (const [name, make] of Object.entries(states)) {
        it(`has nothing for axe to find in ${name}`, async () => {
          const element = await make();
          await shown(element);
          await expect(element).to.be.accessible();
        });
      }
      more();
    });
  }
}

/** @param make the element, once the window is 320 px wide. */
export function itFitsInto320Pixels(make: () => Promise<LitElement>): void {
  it("scrolls nowhere sideways at 320 px", async () => {
    await setViewport({ width: 320, height: 700 });
    const element = await make();
    await shown(element);
    const base = element.shadowRoot!.querySelector(".base")!;
    expect(base.scrollWidth).to.be.at.most(base.clientWidth);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({ width: 800, height: 600 });
  });
}
