import type { Environment } from "../../platform/environment.js";
import { failureOf, type SessionList, type TransferDataSource } from "../../sources/data-source.js";

/**
 * A hint, known by its identity, of a source whose next `list` costs no request: the store asks at once, even after
 * failures or a 401, but not while it is paused or nobody looks.
 */
export const ANSWER_READY = Object.freeze({}) as SessionList;

/**
 * Listens to what a source pushes. Where a host's source fails at that, it costs a warning: polling remains.
 *
 * @returns what ends it.
 */
export function listenTo(
  source: TransferDataSource,
  onPush: (hint: SessionList | undefined) => void,
  environment: Pick<Environment, "warn">,
): () => void {
  const attempt = (what: string, act: () => unknown): unknown => {
    try {
      return act();
    } catch (error) {
      environment.warn(`the data source could not be ${what}: ${failureOf(error).message}`);
      return undefined;
    }
  };
  let listening = true;
  const hear = (hint?: SessionList) => {
    if (listening) onPush(hint);
  };
  const unsubscribe = attempt("subscribed to", () => typeof source.subscribe === "function" && source.subscribe(hear));
  return () => {
    listening = false;
    if (typeof unsubscribe === "function") attempt("unsubscribed", () => unsubscribe());
  };
}
