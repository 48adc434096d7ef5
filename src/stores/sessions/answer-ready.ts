import type { SessionList } from "../../sources/data-source.js";

/**
 * A hint, known by its identity, of a source whose next `list` costs no request: the store asks at once, even after
 * failures or a 401, but not while it is paused or nobody looks.
 */
export const ANSWER_READY = Object.freeze({}) as SessionList;
