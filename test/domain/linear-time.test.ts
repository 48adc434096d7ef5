import { expect } from "@open-wc/testing";
import { credentialSpans, veil } from "../../src/domain/json/masks/credential-spans.js";
import { maskMessage } from "../../src/domain/json/masks/mask-message.js";
import { Reveals } from "../../src/domain/json/masks/masks.js";
import { BrokenText } from "../../src/domain/json/text/broken-text.js";
import { TextScanner } from "../../src/domain/json/text/text-scanner.js";
import { toCsv } from "../../src/elements/transfer-sessions-table/export/csv-writer.js";
import { ListText } from "../../src/sources/http/list-text.js";
import { parseExactly } from "../../src/sources/http/exact-rows.js";
import { NEVER_UP } from "../support/never-up.js";
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
  "a string with nothing but escapes, and no end": (long) => `{"a": x "${long.replaceAll("aa", "\\\\n")}`,
  "marks of letters": (long) => long.replaceAll("a", "\u0301"),
  "letters beyond the first plane": (long) => long.replaceAll("aa", "\u{1d165}"),
  "control characters": (long) => long.replaceAll("a", "\u200b"),
  "members before the sessions": (long) => `{${long.replaceAll("aaaaaa", '"a":1,')}"sessions":[]}`,
  "a number": (long) => long.replaceAll("a", "1"),
};

/** What is done with whole texts and bodies besides. */
const MORE: Readonly<Record<string, (text: string) => unknown>> = {
  ...WORK,
  "a cell of a CSV file": (text) => toCsv([text], [[text]]),
  "a second list": (text) => {
    const list = new ListText();
    for (let turn = 0; turn < 2; turn++) {
      try {
        list.read(text);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
      }
    }
  },
  "a pane of what is no JSON": (text) => {
    const scanner = new TextScanner(text);
    scanner.run(NEVER_UP);
    if (!scanner.broken) return;
    const broken = new BrokenText(text, scanner.tape, scanner.broken.offset, () => false, new Reveals());
    broken.run(NEVER_UP);
  },
};

describe("texts of ten million characters", () => {
  for (const [run, make] of Object.entries(RUNS)) {
    it(`throw nowhere, and let nothing of ${run} out`, () => {
      const text = make("a".repeat(10_000_000));
      for (const [name, work] of Object.entries(MORE)) expect(() => work(text), name).not.to.throw();
      if (!/^Bearer|\.a$/.test(text)) return;
      expect(maskMessage(text).length).to.be.below(100);
      expect(veil(text, credentialSpans(text)).length).to.be.below(100);
    });
  }

  it("are read digit by digit where they are one number", () => {
    const digits = "1".repeat(10_000_000);
    expect(parseExactly(`{"sessions":[{"id":${digits}}]}`)).to.have.property("sessions");
  });
});
