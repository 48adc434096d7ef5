import type { TabLocks, TabsEnvironment } from "./tabs-environment.js";

/** Web Locks and BroadcastChannel. Touches nothing until used, so Node may import it. */
export const browserTabs: Pick<TabsEnvironment, "locks" | "openChannel" | "uniqueId"> = {
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
    [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
};

function locks(): TabLocks | undefined {
  const manager = typeof navigator === "undefined" ? undefined : navigator.locks;
  if (!manager) return undefined;
  return {
    async request(name, { shared, steal, signal }, held) {
      const options: LockOptions = steal
        ? { steal }
        : { mode: shared ? "shared" : "exclusive", ...(signal && { signal }) };
      await manager.request(name, options, held);
    },
    async count(name) {
      const { held } = await manager.query();
      return (held ?? []).filter((lock) => lock.name === name).length;
    },
  };
}
