import type { TransferSession } from "../../domain/session/session.js";
import { safeUrl } from "./safe-url.js";
import { warnOnce } from "../../platform/warn-once.js";
import { reasonOf } from "../../platform/reason-of.js";

/** A link from a session to another place: the provider's console, the Inbox task. */
export interface SessionLink {
  readonly label: string;
  /** http(s) only. */
  readonly href: string;
}

/** Gives the links of a session; the host writes it. */
export type SessionLinks = (session: TransferSession) => readonly SessionLink[];

/** More do not help anybody in a row, and a host's mistake must not fill the page. */
const MOST_LINKS = 20;

/**
 * The links of a session. The host's function is not trusted: entries without a label, and addresses that are not
 * http(s), are left out with a warning; a function that throws gives no links.
 *
 * @param base what relative addresses are relative to.
 */
export function linksOf(session: TransferSession, links: SessionLinks | undefined, base: string): SessionLink[] {
  if (!links) return [];
  try {
    const given: unknown = links(session);
    if (given === undefined || given === null) return [];
    if (!Array.isArray(given)) throw new TypeError("it must give a list of { label, href }");
    return given.slice(0, MOST_LINKS).flatMap((entry: unknown) => linkOf(entry, base) ?? []);
  } catch (error) {
    warnOnce(`sessionLinks failed: ${reasonOf(error)}.`);
    return [];
  }
}

function linkOf(entry: unknown, base: string): SessionLink | undefined {
  if (typeof entry !== "object" || entry === null) {
    warnOnce("sessionLinks must give { label, href }; ignored.");
    return undefined;
  }
  const { label, href } = entry as { label?: unknown; href?: unknown };
  const url = safeUrl(href, base);
  if (url === undefined) return undefined;
  if (typeof label !== "string" || label.trim() === "") {
    warnOnce("a link of sessionLinks needs a label; ignored.");
    return undefined;
  }
  return { label, href: url };
}
