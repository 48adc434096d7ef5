import type { TransferSession } from "../../domain/session/session.js";
import { reasonOf } from "../../platform/reason-of.js";
import { warnOnce } from "../../platform/warn-once.js";

/** Tells whether a session may be ended: `true`, `false` (no End is shown), or text that says why not. */
export type CanEnd = (session: TransferSession) => boolean | string;

/** Asks the host whether a session may be ended. An answer that makes no sense counts as no. */
export function askCanEnd(canEnd: CanEnd | undefined, session: TransferSession): boolean | string {
  if (typeof canEnd !== "function") return true;
  try {
    const answer: unknown = canEnd(session);
    if (typeof answer === "boolean") return answer;
    if (typeof answer === "string") return answer === "" ? false : answer;
    warnOnce(`canEnd must return true, false or a text, not ${answer === null ? "null" : typeof answer}.`);
  } catch (error) {
    warnOnce(`canEnd threw: ${reasonOf(error)}`);
  }
  return false;
}
