import { formatDuration, formatTime } from "../../../i18n/format.js";
import { sentence } from "../../../i18n/isolate.js";
import type { TableStrings } from "../../../i18n/table-strings.js";
import { failureOf } from "../../../sources/data-source.js";
import type { SessionSnapshot } from "../../../stores/sessions/session-store.js";
import { clip } from "../../shared/clip.js";

type Trouble = "unauthorized" | "stale" | "error";

function troubleOf({ unauthorized, stale, failedAt }: SessionSnapshot): Trouble | undefined {
  if (unauthorized) return "unauthorized";
  if (stale) return "stale";
  return failedAt === undefined ? undefined : "error";
}

/** Tells of failures for the ear: once when one begins, once when it is over. */
export class TroubleNews {
  #of: object | undefined;
  #trouble: Trouble | undefined;

  /** @returns what is to be said, if anything. @param store another one is another question, whose failure is news. */
  observe(store: object, snapshot: SessionSnapshot, strings: TableStrings, lang: string): string | undefined {
    const trouble = troubleOf(snapshot);
    const before = this.#trouble;
    // Nothing is over before there is an answer.
    if (trouble === undefined && snapshot.status !== "ready") return undefined;
    if (trouble === before && (trouble === undefined || store === this.#of)) return undefined;
    this.#of = store;
    this.#trouble = trouble;
    switch (trouble) {
      case "unauthorized":
        return `${strings.unauthorized}. ${strings.unauthorizedHint}`;
      case "stale": {
        const age = formatDuration(1_000, lang, "long");
        return `${strings.stale}. ${strings.staleMessage(age, formatTime(snapshot.updatedAt ?? 0, lang))}`;
      }
      case "error":
        return sentence`${strings.error}. ${strings.errorHint} ${clip(failureOf(snapshot.error).message)}`.trim();
      case undefined:
        return strings.recovered;
    }
  }
}
