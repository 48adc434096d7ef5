import type { Condition, Environment, Timers } from "./environment.js";
import { warnOnce } from "./warn-once.js";

/** The longest delay that `setTimeout` keeps; a longer one would fire at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** A document and its window; ours where none is given. Looked up late, since Node has neither. */
const visibleIn = (owner?: Document): Condition => ({
  get current() {
    return (owner ?? globalThis.document)?.visibilityState !== "hidden";
  },
  subscribe(onChange) {
    const page = owner ?? globalThis.document;
    page?.addEventListener("visibilitychange", onChange);
    return () => page?.removeEventListener("visibilitychange", onChange);
  },
});

const timersOf = (view?: Window): Timers => ({
  after(delay, callback) {
    const { setTimeout, clearTimeout } = view ?? globalThis;
    const timer = setTimeout(callback, Math.min(Math.max(0, delay), LONGEST_DELAY));
    return () => clearTimeout(timer);
  },
});

const online: Condition = {
  get current() {
    return typeof navigator === "undefined" || navigator.onLine !== false;
  },
  subscribe(onChange) {
    if (typeof addEventListener === "undefined") return () => {};
    addEventListener("online", onChange);
    addEventListener("offline", onChange);
    return () => {
      removeEventListener("online", onChange);
      removeEventListener("offline", onChange);
    };
  },
};

/** The environment that a browser gives. Touches no DOM until used, so Node may import it. */
export const browserEnvironment: Environment = {
  clock: { now: () => Date.now() },
  timers: timersOf(),
  visible: visibleIn(),
  online,
  random: () => Math.random(),
  warn: warnOnce,
};

const environments = new WeakMap<Document, Environment>();

/**
 * The environment for what is seen in that document: the browser slows down the timers of a page that is hidden, such as
 * the one that has opened a pop-up.
 *
 * @param environment is the answer, unless it is the browser's and the document another than ours.
 */
export function environmentIn(owner: Document, environment: Environment): Environment {
  if (owner === globalThis.document || environment !== browserEnvironment) return environment;
  let own = environments.get(owner);
  if (!own) {
    own = { ...environment, visible: visibleIn(owner), timers: timersOf(owner.defaultView ?? undefined) };
    environments.set(owner, own);
  }
  return own;
}

/** Fills what is missing with the browser's own. */
export function completeEnvironment(environment: Partial<Environment> | undefined): Environment {
  if (!environment) return browserEnvironment;
  const { clock, timers, visible, online } = { ...browserEnvironment, ...environment };
  return {
    clock,
    timers,
    visible,
    online,
    random: () => environment.random?.() ?? browserEnvironment.random(),
    warn: (message) => (environment.warn ? environment.warn(message) : warnOnce(message)),
  };
}
