/** Numbers, durations and dates through cached `Intl`: making a formatter costs more than drawing a row. */
type Formatter = Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.PluralRules;

const cache = new Map<string, Formatter>();

function cached<F extends Formatter>(key: string, lang: string, make: (lang: string | undefined) => F): F {
  const id = `${key}|${lang}`;
  let formatter = cache.get(id) as F | undefined;
  if (!formatter) {
    try {
      formatter = make(lang || undefined);
    } catch {
      // A page's lang attribute can hold anything; the browser's own language is the next best.
      formatter = make(undefined);
    }
    cache.set(id, formatter);
  }
  return formatter;
}

export function formatNumber(value: number, lang: string): string {
  return cached("number", lang, (tag) => new Intl.NumberFormat(tag)).format(value);
}

/** The plural form (`one`, `few`, `other` …) of a count. */
function pluralOf(count: number, lang: string): Intl.LDMLPluralRule {
  return cached("plural", lang, (tag) => new Intl.PluralRules(tag)).select(count);
}

/** A count with its noun: `1 session`, `1,204 sessions`. For languages with these two forms, such as English. */
export function formatCount(value: number, lang: string, one: string, other: string): string {
  return `${formatNumber(value, lang)} ${pluralOf(value, lang || "en") === "one" ? one : other}`;
}

type Unit = "day" | "hour" | "minute" | "second";

/** Units of narrow durations for languages (`de`) that write them shorter than the browser does. */
export const narrowUnits = new Map<string, Readonly<Record<Unit, string>>>();

/** @param amount rounded down. */
function unit(amount: number, name: Unit, lang: string, width: "narrow" | "long", digits: number): string {
  const value = Math.floor(amount);
  const own = width === "narrow" && narrowUnits.get(lang.slice(0, 2))?.[name];
  if (own) return `${value}`.padStart(digits, "0") + own;
  return cached(
    `${name} ${width} ${digits}`,
    lang,
    (tag) =>
      new Intl.NumberFormat(tag, {
        style: "unit",
        unit: name,
        unitDisplay: width,
        minimumIntegerDigits: digits,
        useGrouping: false,
      }),
  ).format(value);
}

/** Amounts from the largest unit that has a whole one; never empty. */
function partsOf(seconds: number): readonly [amount: number, unit: Unit][] {
  const parts: [number, Unit][] = [
    [seconds / 86_400, "day"],
    [(seconds / 3600) % 24, "hour"],
    [(seconds / 60) % 60, "minute"],
    [seconds % 60, "second"],
  ];
  return parts.slice(parts.findIndex(([amount], place) => amount >= 1 || place > 2));
}

/**
 * A duration with at most two units: `42s`, `6m 05s`, `48m`, `1h 12m`, `3d 04h`. Seconds are shown only below ten
 * minutes: beyond that they are noise, and a text that changes each second draws the eye.
 *
 * @param milliseconds not negative.
 * @param width `narrow` for cells, `long` for what is read aloud.
 */
export function formatDuration(milliseconds: number, lang: string, width: "narrow" | "long" = "narrow"): string {
  const seconds = milliseconds / 1000;
  return partsOf(seconds)
    .slice(0, seconds >= 600 && seconds < 3600 ? 1 : 2)
    .filter(([amount], place) => place < 1 || amount >= 1 || width === "narrow")
    .map(([amount, name], place) => unit(amount, name, lang, width, place > 0 && width === "narrow" ? 2 : 1))
    .join(" ");
}

/** Time of day: `12:04`. */
export function formatTime(time: number, lang: string): string {
  return cached("time", lang, (tag) => new Intl.DateTimeFormat(tag, { timeStyle: "short" })).format(time);
}

/** Time of day to the second: what follows what within a second or two is the point of a log. */
export function formatTimeToSecond(time: number, lang: string): string {
  return cached("time to second", lang, (tag) => new Intl.DateTimeFormat(tag, { timeStyle: "medium" })).format(time);
}

/** Date and time in full, with the zone: `21 Nov 2026, 12:04:10 UTC`. */
export function formatDateTime(time: number, lang: string): string {
  return cached(
    "date-time",
    lang,
    (tag) =>
      new Intl.DateTimeFormat(tag, {
        year: "numeric",
        month: "short",
        day: "numeric",
        hour: "2-digit",
        minute: "2-digit",
        second: "2-digit",
        timeZoneName: "short",
      }),
  ).format(time);
}

/** `6 minutes ago`, `in 23 minutes`: the largest unit that fits. @param milliseconds negative = in the past. */
export function formatRelative(milliseconds: number, lang: string, style: "long" | "narrow" = "long"): string {
  const [amount, name] = partsOf(Math.abs(milliseconds / 1000))[0]!;
  return cached(
    `relative ${style}`,
    lang,
    (tag) => new Intl.RelativeTimeFormat(tag, { numeric: "always", style }),
  ).format(Math.trunc(milliseconds < 0 ? -amount : amount), name);
}

/**
 * Minutes of a setting, in words and exactly: "30 minutes", "1 hour 30 minutes", "24 hours", "7 days". Hours go up to
 * two days, since "24 hours" leaves open no question of midnight.
 */
export function formatMinutes(minutes: number, lang: string): string {
  const long = minutes >= 2880;
  const parts: [number, Unit][] = [
    [long ? minutes / 1440 : 0, "day"],
    [long ? (minutes / 60) % 24 : minutes / 60, "hour"],
    [minutes % 60, "minute"],
  ];
  return parts
    .filter(([amount], place) => amount >= 1 || (minutes < 1 && place > 1))
    .map(([amount, name]) => unit(amount, name, lang, "long", 1))
    .join(" ");
}
