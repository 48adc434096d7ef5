import { VERSION } from "../platform/version.js";
import { AttentionMonitor, type AttentionSettings } from "../stores/attention/attention-monitor.js";
import type { SessionStore } from "../stores/sessions/session-store.js";

const REGISTRY = Symbol.for(`handoff-elements.attention-monitors@${VERSION}`);

function registry(): WeakMap<SessionStore, Map<string, AttentionMonitor>> {
  const holder = globalThis as { [REGISTRY]?: WeakMap<SessionStore, Map<string, AttentionMonitor>> };
  return (holder[REGISTRY] ??= new WeakMap());
}

/** Thresholds that a page tries out one after the other shall not pile up. */
const MOST_KEPT = 8;

/** The one monitor of a store and of these settings: elements that judge alike share it, and its timer. */
export function attentionMonitorFor(store: SessionStore, settings: AttentionSettings): AttentionMonitor {
  const stores = registry();
  let monitors = stores.get(store);
  if (!monitors) stores.set(store, (monitors = new Map()));
  const { waitingWarning, waitingCritical, expiring, stale } = settings.thresholds;
  const lifecycle = Object.entries(settings.lifecycle ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  // The thresholds not as JSON, which has no Infinity.
  const key = `${waitingWarning} ${waitingCritical} ${expiring} ${stale} ${JSON.stringify(lifecycle)}`;
  let monitor = monitors.get(key);
  if (!monitor) {
    if (monitors.size >= MOST_KEPT) {
      const idle = [...monitors].find(([, { active }]) => !active);
      if (idle) monitors.delete(idle[0]);
    }
    monitors.set(key, (monitor = new AttentionMonitor(store, settings)));
  }
  return monitor;
}
