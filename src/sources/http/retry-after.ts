const SECONDS = /^\d{1,10}$/;
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/;

/**
 * Reads `Retry-After`: seconds, or an HTTP date. A date is measured from the answer's own `Date`, since the two clocks
 * may differ; from `now` where there is none (across origins it is hidden unless exposed).
 *
 * @param now epoch milliseconds.
 * @returns milliseconds, 0 or more, or `undefined` where there is none that can be read.
 */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (SECONDS.test(text)) return Number(text) * 1000;
  const until = httpDate(text);
  if (until === undefined) return undefined;
  return Math.max(0, until - (httpDate(headers.get("date")?.trim() ?? "") ?? now));
}

function httpDate(text: string): number | undefined {
  if (!HTTP_DATE.test(text)) return undefined;
  // The oldest of the three forms names no zone and means GMT.
  const time = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
  return Number.isNaN(time) ? undefined : time;
}
