import type { Condition, Environment } from "./environment.js";
import { warnOnce } from "./warn-once.js";

/** The longest delay that `setTimeout` keeps; a longer one would fire at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

const visible: Condition = {
  get current() {
    return typeof document === "undefined" || document.visibilityState !== "hidden";
  },
  subscribe(onChange) {
    if (typeof document === "undefined") return () => {};
    document.addEventListener("visibilitychange", onChange);
    return () => document.removeEventListener("visibilitychange", onChange);
  },
};

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
  timers: {
    after(delay, callback) {
      const timer = setTimeout(callback, Math.min(Math.max(0, delay), LONGEST_DELAY));
      return () => clearTimeout(timer);
    },
  },
  visible,
  online,
  random: () => Math.random(),
  warn: warnOnce,
};

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
