import { formatDuration } from "../../../i18n/format.js";
import type { TableStrings } from "../../../i18n/table-strings.js";
import type { Environment } from "../../../platform/environment.js";
import type { SessionSnapshot } from "../../../stores/sessions/session-store.js";

/** The longest that it gets, a line each, as long as answers come in minutes and not in days. */
export function statusRoom(strings: TableStrings, lang: string): string {
  const [minutes, hours] = [599_000, 86_340_000].map((time) => formatDuration(time, lang)) as [string, string];
  return [
    [strings.updated(minutes), strings.next(minutes)],
    [strings.updated(minutes), strings.updating],
    [strings.paused, strings.updated(hours)],
    [strings.offline, strings.updated(hours)],
  ]
    .map((parts) => parts.join(" · "))
    .join("\n");
}

/** How fresh the rows are and when they will be fresher: "Updated 12s ago · next in 18s". */
export function statusLine(
  snapshot: SessionSnapshot,
  { clock, online }: Environment,
  strings: TableStrings,
  lang: string,
): string {
  const now = clock.now();
  const parts: string[] = [];
  if (snapshot.paused) parts.push(strings.paused);
  else if (!online.current && !snapshot.polling && snapshot.nextPollAt === undefined) parts.push(strings.offline);
  if (snapshot.updatedAt !== undefined) {
    const age = Math.max(0, now - snapshot.updatedAt);
    parts.push(age < 2_000 ? strings.updatedNow : strings.updated(formatDuration(age, lang)));
  }
  if (snapshot.polling) parts.push(strings.updating);
  else if (snapshot.nextPollAt !== undefined) {
    parts.push(strings.next(formatDuration(Math.max(0, snapshot.nextPollAt - now), lang)));
  }
  return parts.join(" · ");
}
