import type { TrackerStrings } from "../../i18n/tracker-strings.js";
import type { TransferLogEntry } from "../../tracker/store/transfer-log.js";

/** What an event is called, such as “NA entry”. */
export function typeText(entry: TransferLogEntry, strings: TrackerStrings): string {
  if (entry.kind !== "transfer") return strings.closing[entry.kind];
  const { transfertype, transition } = entry.payload;
  return `${strings.transfer[transfertype]} ${strings[transition]}`;
}

/** Whom it is about; empty for nobody. */
export function agentText({ payload }: TransferLogEntry): string {
  return ("participant" in payload && payload.participant?.name) || "";
}
