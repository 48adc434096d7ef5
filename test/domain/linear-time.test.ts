import { expect } from "@open-wc/testing";
import { credentialSpans, veil } from "../../src/domain/json/masks/credential-spans.js";
import { maskSecrets } from "../../src/domain/json/masks/mask-secrets.js";
import { parseExactly } from "../../src/sources/http/exact-rows.js";
import { PARTS, WORK } from "../support/long-texts.js";

function timeOf(work: (text: string) => unknown, text: string): number {
  const start = performance.now();
  work(text);
  return performance.now() - start;
}

/**
 * Four doublings. What is linear takes 16 times as long and what is quadratic 256 times: no busy machine and no pause of
 * the browser's makes one look like the other four times in a row.
 */
const isQuadratic = (work: (text: string) => unknown, part: string): boolean => {
  const short = part.repeat(Math.ceil(10_000 / part.length));
  for (let round = 0; round < 4; round++) {
    const before = timeOf(work, short);
    const after = timeOf(work, short.repeat(16));
    // A clock of whole milliseconds says nothing of less.
    if (after <= 64 * Math.max(before, 2)) return false;
  }
  return true;
};

describe("time", () => {
  for (const [name, work] of Object.entries(WORK)) {
    it(`grows with the text, and no faster, for ${name}`, () => {
      expect(PARTS.filter((part) => isQuadratic(work, part))).to.deep.equal([]);
    });
  }
});

/** Runs without an end of what a credential is made of. */
const RUNS: Readonly<Record<string, (long: string) => string>> = {
  "a token behind its scheme": (long) => `Bearer ${long}`,
  "the first part of a JWT": (long) => `eyJ${long}.aaaaaaaaaa.a`,
  "the second part of a JWT": (long) => `eyJaaaaaaa.${long}.a`,
  "a JWT that never ends": (long) => `eyJaaaaaaa.${long}`,
  "a number": (long) => long.replaceAll("a", "1"),
};

describe("texts of ten million characters", () => {
  for (const [run, make] of Object.entries(RUNS)) {
    it(`throw nowhere, and let nothing of ${run} out`, () => {
      const text = make("a".repeat(10_000_000));
      for (const [name, work] of Object.entries(WORK)) expect(() => work(text), name).not.to.throw();
      if (!/^Bearer|\.a$/.test(text)) return;
      expect(maskSecrets(text).length).to.be.below(100);
      expect(veil(text, credentialSpans(text)).length).to.be.below(100);
    });
  }

  it("are read digit by digit where they are one number", () => {
    const digits = "1".repeat(10_000_000);
    expect(parseExactly(`{"sessions":[{"id":${digits}}]}`)).to.have.property("sessions");
  });
});
