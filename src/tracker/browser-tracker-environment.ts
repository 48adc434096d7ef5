import { browserEnvironment } from "../platform/browser-environment.js";
import { browserTabs } from "../platform/tabs/browser-tabs.js";
import { VERSION } from "../platform/version.js";
import type { TrackerStore } from "./store/tracker-store.js";
import type { TrackerEnvironment } from "./tracker-environment.js";

/** Kept on the global object, by version: two bundles of one version on a page still share each conversation. */
const REGISTRY = Symbol.for(`handoff-elements.trackers@${VERSION}`);

/** All warnings begin with who it is. */
function named(to: Pick<TrackerEnvironment, "warn">): TrackerEnvironment["warn"] {
  return (message) => to.warn(`agent-transfer-tracker: ${message}`);
}

/** What a browser gives the tracker. Touches nothing until used, so Node may import it. */
export const browserTrackerEnvironment: TrackerEnvironment = {
  ...browserTabs,
  clock: browserEnvironment.clock,
  timers: browserEnvironment.timers,
  warn: named(browserEnvironment),
  sessionStorage: () => (typeof sessionStorage === "undefined" ? undefined : sessionStorage),
  get stores() {
    const holder = globalThis as { [REGISTRY]?: Map<string, TrackerStore> };
    return (holder[REGISTRY] ??= new Map());
  },
};

/** Fills what is missing with the browser's own. */
export function completeTrackerEnvironment(environment: Partial<TrackerEnvironment> | undefined): TrackerEnvironment {
  if (!environment) return browserTrackerEnvironment;
  return {
    ...browserTrackerEnvironment,
    // An environment of the host's has conversations of its own, unless it says otherwise.
    stores: new Map(),
    ...environment,
    ...(environment.warn && { warn: named(environment as TrackerEnvironment) }),
  };
}
