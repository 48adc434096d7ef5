/** Numbers, durations and dates through cached `Intl`: making a formatter costs more than a whole row. */
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
export function pluralOf(count: number, lang: string): Intl.LDMLPluralRule {
  return cached("plural", lang, (tag) => new Intl.PluralRules(tag)).select(count);
}

type Unit = "day" | "hour" | "minute" | "second";

function unit(value: number, name: Unit, lang: string, width: "narrow" | "long", digits: number): string {
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

/**
 * A duration with at most two units: `42s`, `6m 05s`, `48m`, `1h 12m`, `3d 4h`. Seconds are told below ten minutes
 * only: past that they are noise, and a text that changes each second draws the eye.
 *
 * @param milliseconds not negative.
 * @param width `narrow` for cells, `long` for what is read aloud.
 */
export function formatDuration(milliseconds: number, lang: string, width: "narrow" | "long" = "narrow"): string {
  const seconds = Math.floor(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  const parts: [number, Unit][] =
    days > 0
      ? [
          [days, "day"],
          [hours % 24, "hour"],
        ]
      : hours > 0
        ? [
            [hours, "hour"],
            [minutes % 60, "minute"],
          ]
        : minutes >= 10
          ? [[minutes, "minute"]]
          : minutes > 0
            ? [
                [minutes, "minute"],
                [seconds % 60, "second"],
              ]
            : [[seconds, "second"]];
  return parts
    .filter(([value], place) => place === 0 || value > 0 || width === "narrow")
    .map(([value, name], place) => unit(value, name, lang, width, place > 0 && width === "narrow" ? 2 : 1))
    .join(" ");
}

/** Time of day: `12:04`. */
export function formatTime(time: number, lang: string): string {
  return cached("time", lang, (tag) => new Intl.DateTimeFormat(tag, { timeStyle: "short" })).format(time);
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
  const seconds = Math.trunc(milliseconds / 1000);
  const size = Math.abs(seconds);
  const [value, name]: [number, Unit] =
    size < 60
      ? [seconds, "second"]
      : size < 3600
        ? [Math.trunc(seconds / 60), "minute"]
        : size < 86_400
          ? [Math.trunc(seconds / 3600), "hour"]
          : [Math.trunc(seconds / 86_400), "day"];
  return cached(
    `relative ${style}`,
    lang,
    (tag) => new Intl.RelativeTimeFormat(tag, { numeric: "always", style }),
  ).format(value, name);
}

/**
 * Minutes of a setting, in words and exactly: "30 minutes", "1 hour 30 minutes", "24 hours", "7 days". Hours go up to
 * two days, since "24 hours" leaves open no question of midnight.
 */
export function formatMinutes(minutes: number, lang: string): string {
  const days = minutes >= 2880 ? Math.floor(minutes / 1440) : 0;
  const hours = Math.floor((minutes - days * 1440) / 60);
  const parts: [number, Unit][] = [
    [days, "day"],
    [hours, "hour"],
    [minutes % 60, "minute"],
  ];
  const told = parts.filter(([value]) => value > 0);
  return (told.length > 0 ? told : parts.slice(2)).map(([value, name]) => unit(value, name, lang, "long", 1)).join(" ");
}
