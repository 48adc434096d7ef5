/** Date, `T` or a space, time to the minute at least, and a zone: without one, nobody knows which moment it is. */
const ISO = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** The moment that an ISO 8601 text names. @returns epoch milliseconds, or `undefined` where it names none. */
export function momentOfText(text: string): number | undefined {
  if (text.length > 35 || !ISO.test(text)) return undefined;
  const time = Date.parse(text.replace(" ", "T"));
  return Number.isNaN(time) ? undefined : time;
}

/**
 * The moment that a number may name, as epoch seconds or milliseconds, if that is between 2000 and 2100.
 *
 * @returns epoch milliseconds, or `undefined`.
 */
export function momentOfNumber(digits: string): number | undefined {
  if (!/^\d{9,13}$/.test(digits)) return undefined;
  const value = Number(digits);
  const time = digits.length <= 10 ? value * 1000 : digits.length >= 12 ? value : Number.NaN;
  return time >= EARLIEST && time < LATEST ? time : undefined;
}
