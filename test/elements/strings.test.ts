import { expect } from "@open-wc/testing";
import { formatDuration, formatNumber, formatRelative } from "../../src/i18n/format.js";
import { mergeStrings } from "../../src/i18n/locales.js";
import { tableEnglish } from "../../src/i18n/table-strings.js";
import { collectWarnings } from "../support/warnings.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe("formats", () => {
  for (const [milliseconds, narrow, long] of [
    [0, "0s", "0 seconds"],
    [999, "0s", "0 seconds"],
    [42 * SECOND, "42s", "42 seconds"],
    [MINUTE, "1m 00s", "1 minute"],
    [6 * MINUTE + 5 * SECOND, "6m 05s", "6 minutes 5 seconds"],
    [10 * MINUTE + 59 * SECOND, "10m", "10 minutes"],
    [HOUR + 12 * MINUTE, "1h 12m", "1 hour 12 minutes"],
    [76 * HOUR, "3d 04h", "3 days 4 hours"],
  ] as const) {
    it(`writes ${milliseconds} ms as ${narrow}`, () => {
      expect(formatDuration(milliseconds, "en")).to.equal(narrow);
      expect(formatDuration(milliseconds, "en", "long")).to.equal(long);
    });
  }

  it("follows the language, and lives through one that is none", () => {
    expect(formatDuration(6 * MINUTE, "de", "long")).to.equal("6 Minuten");
    expect(formatNumber(12_345, "de")).to.equal("12.345");
    expect(formatNumber(1, "not a language")).to.equal("1");
    expect(formatRelative(-6 * MINUTE, "en")).to.equal("6 minutes ago");
    expect(formatRelative(23 * MINUTE, "en")).to.equal("in 23 minutes");
  });
});

describe("strings", () => {
  const warnings = collectWarnings();

  it("takes a partial override", () => {
    const strings = mergeStrings(tableEnglish, { title: "Handed over", columns: { agent: "Bot" } });
    expect(strings.title).to.equal("Handed over");
    expect(strings.columns["agent"]).to.equal("Bot");
    expect(strings.columns["queue"]).to.equal("Queue");
  });

  it("ignores what is not of the right type", () => {
    for (const odd of [7, "x", { title: 7 }, { updated: "text" }, { columns: [] }, { nonsense: "x" }]) {
      expect(mergeStrings(tableEnglish, odd)).to.deep.include({ title: tableEnglish.title });
    }
    expect(warnings.length).to.be.greaterThan(3);
  });

  it("falls back to English where a function throws or gives no text", () => {
    const throws = mergeStrings(tableEnglish, {
      updated: () => {
        throw new Error("no");
      },
      next: () => 7,
    });
    expect(throws.updated("1s")).to.equal("Updated 1s ago");
    expect(throws.next("1s")).to.equal("next in 1s");
  });
});
