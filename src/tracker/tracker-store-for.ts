import { endedConversations, type TrackerStorage } from "./store/conversation-storage.js";
import { TrackerStore } from "./store/tracker-store.js";
import type { TrackerEnvironment } from "./tracker-environment.js";

/** `"session"`: the tab's own storage. `"none"`: memory only. Or a storage of the host's. */
export type StorageChoice = "session" | "none" | TrackerStorage;

/** Ended conversations that stay in memory: a store that was never stored still knows, and others may ask. */
const ENDED_LIMIT = 50;

/** The one store of a conversation in this document; made when first asked for. Without an id: one of its own. */
export function trackerStoreFor(
  environment: TrackerEnvironment,
  conversationId: string | undefined,
  choice: StorageChoice,
): TrackerStore {
  if (conversationId === undefined) return new TrackerStore(environment);
  const known = environment.stores.get(conversationId);
  if (known) return known;
  const isFirst = environment.stores.size === 0;
  const storage = storageOf(environment, choice);
  const store = new TrackerStore(environment, conversationId, storage);
  forgetEnded(environment.stores);
  environment.stores.set(conversationId, store);
  // What ended before a reload is still asked for: a duplicate of this tab believes that it goes on.
  if (isFirst && storage)
    for (const id of endedConversations(storage)) trackerStoreFor(environment, id, storage).answer();
  return store;
}

/** The storage of a choice; `undefined` where there is none, which is said once. */
export function storageOf(environment: TrackerEnvironment, choice: StorageChoice): TrackerStorage | undefined {
  if (choice === "none") return undefined;
  if (choice !== "session") return choice;
  try {
    const storage = environment.sessionStorage();
    if (storage) return storage;
  } catch {
    // Blocked, as in a sandboxed frame.
  }
  environment.warn("storage does not work, so a reload may forget agents.");
  return undefined;
}

function forgetEnded(stores: Map<string, TrackerStore>): void {
  const ended = [...stores].filter(([, store]) => store.snapshot.state.phase === "ended" && store.isIdle);
  for (const [id, store] of ended.slice(0, Math.max(0, ended.length - ENDED_LIMIT))) {
    stores.delete(id);
    store.forget();
  }
}
