import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { readTime } from "../../../src/sources/wire/time.js";

const NOON = Date.UTC(2026, 2, 1, 12);

describe("readTime", () => {
  for (const [text, expected] of [
    ["2026-03-01T12:00:00Z", NOON],
    ["2026-03-01T12:00:00.000Z", NOON],
    ["2026-03-01T12:00:00.5Z", NOON + 500],
    ["2026-03-01T12:00:00,25Z", NOON + 250],
    ["2026-03-01T12:00:00.123456Z", NOON + 123],
    ["2026-03-01T12:00:00.123456789Z", NOON + 123],
    ["2026-03-01T12:00Z", NOON],
    ["2026-03-01T17:30:00+05:30", NOON],
    ["2026-03-01T17:30:00+0530", NOON],
    ["2026-03-01T07:00:00.000-05", NOON],
    ["2026-03-01T12:00:00", NOON],
    ["2026-03-01", Date.UTC(2026, 2, 1)],
    ["2026-02-28T24:00:00Z", Date.UTC(2026, 2, 1)],
    ["2024-02-29T00:00:00Z", Date.UTC(2024, 1, 29)],
    ["+012026-03-01T00:00:00Z", Date.UTC(12026, 2, 1)],
    ["0099-12-31T24:00:00Z", Date.parse("0100-01-01T00:00:00Z")],
    ["0001-02-03T04:05:06Z", Date.parse("0001-02-03T04:05:06Z")],
    ["+275760-09-13T00:00:00Z", 8.64e15],
  ] as const) {
    it(`reads ${text}`, () => {
      expect(readTime(text)).to.equal(expected);
    });
  }

  for (const value of [
    "",
    " ",
    "1",
    "1772366400000",
    "yesterday",
    "now",
    "March 1, 2026",
    "Sun, 01 Mar 2026 12:00:00 GMT",
    "2026",
    "2026-03",
    "2026-3-1",
    "2026-13-01",
    "2026-00-01",
    "2026-02-29T00:00:00Z",
    "2026-02-30",
    "2026-04-31T00:00:00.000Z",
    "2026-03-01T25:00:00Z",
    "2026-03-01T24:00:01Z",
    "2026-03-01T12:60:00Z",
    "2026-03-01T12:00:60Z",
    "2026-03-01T12:00:00+24:00",
    "2026-03-01T1a:00:00Z",
    "2026-03-01T12:00:00.0a0Z",
    "2026/03/01T12:00:00Z",
    "2026-03-01 12:00:00Z",
    " 2026-03-01T12:00:00Z",
    "2026-03-01T12:00:00Z\n",
    "-000000-01-01T00:00:00Z",
    "+275760-09-13T00:00:00.001Z",
    "２０２６-03-01T12:00:00Z",
    NaN,
    Infinity,
    -Infinity,
    8.64e15 + 2,
    null,
    undefined,
    true,
    {},
    [],
    [1],
    10n,
    new Date(NOON),
    Object(NOON),
    Symbol("time"),
  ]) {
    it(`refuses ${typeof value} ${typeof value === "object" ? JSON.stringify(value) : String(value)}`, () => {
      expect(readTime(value)).to.equal(undefined);
    });
  }

  it("takes epoch milliseconds as they are, before 1970 too", () => {
    for (const time of [0, 1, -1, 0.5, NOON, 8.64e15, -8.64e15]) expect(readTime(time)).to.equal(time);
  });

  it("agrees with Date on every ISO text that Date writes", () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        expect(readTime(date.toISOString())).to.equal(date.getTime());
      }),
      { numRuns: 2000 },
    );
  });

  it("never throws, and returns a time that Date can hold", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.anything()), (value) => {
        const time = readTime(value);
        expect(time === undefined || !Number.isNaN(new Date(time).getTime())).to.equal(true);
      }),
    );
  });
});
