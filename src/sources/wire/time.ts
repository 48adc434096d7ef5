/** `YYYY-MM-DD`, alone or with `THH:mm`, `:ss`, a fraction and a zone. Years of six digits carry a sign. */
const ISO =
  /^([+-]\d{6}|\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,18}))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/** The farthest that a `Date` reaches from 1970, in milliseconds. */
const FARTHEST = 8.64e15;

/**
 * Reads a time as it comes over the wire.
 *
 * ISO 8601 text without a zone is taken as UTC: that is what servers mean that leave the zone away, and the same record
 * must not show another duration to each person's time zone.
 *
 * @param value ISO 8601 text, or a number of epoch milliseconds.
 * @returns epoch milliseconds, or `undefined` for anything else ("yesterday", "1", 30 February, `NaN`, a `Date`).
 */
export function readTime(value: unknown): number | undefined {
  if (typeof value === "string") return readCommonIso(value) ?? readAnyIso(value);
  return typeof value === "number" && Math.abs(value) <= FARTHEST ? value : undefined;
}

const ZERO = 48;
const DASH = 45;
const COLON = 58;
const POINT = 46;
const T = 84;
const Z = 90;

/**
 * `2026-03-01T12:00:00Z` and `2026-03-01T12:00:00.000Z`, which are nearly all that comes, without a regular expression
 * and its strings: a list of 10,000 rows holds 20,000 times.
 */
function readCommonIso(text: string): number | undefined {
  const { length } = text;
  if (length !== 20 && length !== 24) return undefined;
  if (
    text.charCodeAt(length - 1) !== Z ||
    text.charCodeAt(4) !== DASH ||
    text.charCodeAt(7) !== DASH ||
    text.charCodeAt(10) !== T ||
    text.charCodeAt(13) !== COLON ||
    text.charCodeAt(16) !== COLON
  ) {
    return undefined;
  }
  let ms = 0;
  if (length === 24) {
    if (text.charCodeAt(19) !== POINT) return undefined;
    ms = digit(text, 20) * 100 + digit(text, 21) * 10 + digit(text, 22);
  }
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  return utc(
    year,
    twoDigits(text, 5),
    twoDigits(text, 8),
    twoDigits(text, 11),
    twoDigits(text, 14),
    twoDigits(text, 17),
    ms,
  );
}

function readAnyIso(text: string): number | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0", fraction = "", zone] = match;
  if (year === "-000000") return undefined; // there is no year minus zero
  const local = utc(
    Number(year),
    Number(month),
    Number(day),
    Number(hours),
    Number(minutes),
    Number(seconds),
    Number(fraction.slice(0, 3).padEnd(3, "0")),
  );
  const offset = offsetOf(zone);
  if (local === undefined || offset === undefined) return undefined;
  const time = local - offset;
  return Math.abs(time) <= FARTHEST ? time : undefined;
}

/** Milliseconds east of Greenwich. */
function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", "") || "0");
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** The day that was met last, and when it began. */
let known = { year: NaN, month: NaN, day: NaN, start: NaN };

/** `Date.UTC` with the ranges checked: it would carry 30 February over to March, as some `Date.parse` do. */
function utc(
  year: number,
  month: number,
  day: number,
  hours: number,
  minutes: number,
  seconds: number,
  ms: number,
): number | undefined {
  // NaN fails every comparison, so what is no digit ends here as well.
  if (!(year <= 275_760 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return undefined;
  if (!(minutes <= 59 && seconds <= 59 && ms <= 999)) return undefined;
  if (!(hours <= 23 || (hours === 24 && minutes + seconds + ms === 0))) return undefined;
  const time = ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
  // Nearly every time of a list is of a day that was met a moment ago.
  if (day === known.day && month === known.month && year === known.year) return known.start + time;
  if (year < 0 || year > 99) {
    known = { year, month, day, start: Date.UTC(year, month - 1, day) };
    return known.start + time;
  }
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  const date = new Date(Date.UTC(2000, month - 1, day, hours, minutes, seconds, ms));
  return date.setUTCFullYear(year, month - 1, day + (hours === 24 ? 1 : 0));
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function twoDigits(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - ZERO;
  return value >= 0 && value <= 9 ? value : NaN;
}
