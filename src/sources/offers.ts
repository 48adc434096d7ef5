import { property } from "../platform/property.js";
import { failureOf, type Offer, type TransferDataSource } from "./data-source.js";

/** What one source has said of what it offers, for as long as it lives. */
interface Known {
  /** Of the last whole list that said so. */
  told?: readonly Offer[];
  readonly refused: Set<Offer>;
  /** It has given a session by its id: a 404 is about one session from then on. */
  gives?: boolean;
}

const sources = new WeakMap<object, Known>();

function knownOf(source: object): Known {
  let known = sources.get(source);
  if (!known) sources.set(source, (known = { refused: new Set() }));
  return known;
}

/** A whole list says what is offered: what it leaves out is neither asked for nor shown. */
export function tellOffers(source: TransferDataSource, offers: readonly Offer[] | undefined): void {
  if (offers) knownOf(source).told = offers;
}

/** Whether a source has said that it does not offer it, whatever methods it has. */
export function isWithheld(source: TransferDataSource, offer: Offer): boolean {
  const { told, refused } = knownOf(source);
  return refused.has(offer) || told?.includes(offer) === false;
}

/** Whether a source has a method for it, and has not said that there is nothing behind. */
export function offers(source: TransferDataSource, offer: Exclude<Offer, "events">): boolean {
  return typeof property(source, offer) === "function" && !isWithheld(source, offer);
}

/** A session has come by its id. */
export function tellGiven(source: TransferDataSource): void {
  knownOf(source).gives = true;
}

/**
 * Whether a failure says that a source does not offer something at all; then it does not while it lives. Where lists
 * say what is offered, no failure does.
 *
 * @param listed the list holds the session that was asked for by its id.
 */
export function isNotOffered(source: TransferDataSource, offer: Offer, error: unknown, listed = false): boolean {
  const known = knownOf(source);
  const { status } = failureOf(error);
  const isMissing = offer === "get" ? listed && !known.gives : offer !== "end";
  if (known.told || !(status === 405 || status === 501 || (status === 404 && isMissing))) return false;
  known.refused.add(offer);
  return true;
}
