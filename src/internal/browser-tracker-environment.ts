import type { TrackerEnvironment, TrackerLocks } from "../stores/tracker/ports.js";
import type { TrackerStore } from "../stores/tracker/tracker-store.js";
import { browserEnvironment } from "./browser-environment.js";
import { VERSION } from "./version.js";

/** Kept on the global object, by version: two bundles of one version on a page still share each conversation. */
const REGISTRY = Symbol.for(`handoff-elements.trackers@${VERSION}`);

/** What a browser gives the tracker. Touches nothing until used, so Node may import it. */
export const browserTrackerEnvironment: TrackerEnvironment = {
  clock: browserEnvironment.clock,
  timers: browserEnvironment.timers,
  warn: (message) => browserEnvironment.warn(message),
  sessionStorage: () => (typeof sessionStorage === "undefined" ? undefined : sessionStorage),
  locks,
  openChannel(name, onMessage) {
    // Node has it too, where an open one would keep the process alive.
    if (typeof BroadcastChannel === "undefined" || typeof document === "undefined") return undefined;
    const channel = new BroadcastChannel(name);
    channel.addEventListener("message", (event) => onMessage(event.data));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target origin
    return { post: (message) => channel.postMessage(message), close: () => channel.close() };
  },
  // Not crypto.randomUUID: that is missing where the page is not served securely.
  uniqueId: () =>
    Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join(""),
  get stores() {
    const holder = globalThis as { [REGISTRY]?: Map<string, TrackerStore> };
    return (holder[REGISTRY] ??= new Map());
  },
};

function locks(): TrackerLocks | undefined {
  const manager = typeof navigator === "undefined" ? undefined : navigator.locks;
  if (!manager) return undefined;
  return {
    async request(name, { shared, signal }, held) {
      await manager.request(name, { mode: shared ? "shared" : "exclusive", ...(signal ? { signal } : {}) }, held);
    },
    async count(name) {
      const { held } = await manager.query();
      return (held ?? []).filter((lock) => lock.name === name).length;
    },
  };
}
