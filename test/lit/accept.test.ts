import { expect } from "@open-wc/testing";
import { acceptAttention } from "../../src/lit/properties/accept-attention.js";
import { acceptDataSource } from "../../src/lit/properties/accept-data-source.js";
import { acceptFunction } from "../../src/lit/properties/accept-function.js";
import { acceptInterval } from "../../src/lit/properties/accept-interval.js";
import { acceptLifecycle } from "../../src/lit/properties/accept-lifecycle.js";
import { acceptList } from "../../src/lit/properties/accept-list.js";
import { collectWarnings } from "../support/warnings.js";

const named = ({ id }: Readonly<Record<string, unknown>>) => (typeof id === "string" ? { id } : undefined);
const list = (value: unknown, before: readonly { id: string }[]) => acceptList(value, before, "list", "an id", named);
const functionOf = (value: unknown, before: (() => void) | undefined) => acceptFunction("canEnd", value, before);

/** What is accepted, what is read from it, and what is not. */
const CASES = [
  ["a data source", acceptDataSource, { list: async () => [] }, undefined, { list: 7 }],
  ["an interval", acceptInterval, "5000", 5000, 0],
  ["a lifecycle", acceptLifecycle, { chat: 30, voice: -1 }, { chat: 30 }, 7],
  ["thresholds", acceptAttention, { waitingWarning: 5, odd: 1 }, { waitingWarning: 5 }, []],
  ["a list", list, [{ id: "a" }, 7], [{ id: "a" }], "a"],
  ["a function", functionOf, () => true, undefined, "a"],
] as const;

describe("what a host sets", () => {
  const warnings = collectWarnings();

  for (const [what, accept, good, read, bad] of CASES) {
    it(`is taken, or leaves the earlier value: ${what}`, () => {
      const earlier = accept === list ? [{ id: "z" }] : {};
      const take = accept as (value: unknown, before: unknown) => unknown;
      expect(take(good, earlier)).to.deep.equal(read ?? good);
      const before = warnings.length;
      expect(take(bad, earlier)).to.equal(earlier);
      expect(warnings.length).to.be.greaterThan(before);
      for (const nothing of [undefined, null]) {
        expect(take(nothing, earlier)).to.deep.equal(accept === list ? [] : undefined);
      }
    });
  }
});
