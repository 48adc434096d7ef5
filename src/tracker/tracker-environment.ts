import type { TrackerStorage } from "./store/conversation-storage.js";
import type { ConversationEnvironment, TrackerStore } from "./store/tracker-store.js";

/** What the tracker needs of the world. Whatever is missing or throws makes the tracker live in memory. */
export interface TrackerEnvironment extends ConversationEnvironment {
  /** Storage that lives as long as the tab. */
  sessionStorage(): TrackerStorage | undefined;
  /** The stores of this document by conversation id, shared by all copies of the package in it. */
  readonly stores: Map<string, TrackerStore>;
}
