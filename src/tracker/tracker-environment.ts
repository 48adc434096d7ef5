import type { Clock } from "../platform/environment.js";
import type { TabsEnvironment } from "../platform/tabs/tabs-environment.js";
import type { TrackerStore } from "./store/tracker-store.js";

/** The part of the Web Storage interface that the tracker uses; a host may hand over its own. */
export interface TrackerStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** What the tracker needs of the world. Whatever is missing or throws makes the tracker live in memory. */
export interface TrackerEnvironment extends TabsEnvironment {
  readonly clock: Clock;
  /** Storage that lives as long as the tab. */
  sessionStorage(): TrackerStorage | undefined;
  /** The stores of this document by conversation id, shared by all copies of the package in it. */
  readonly stores: Map<string, TrackerStore>;
}
