import { browserEnvironment } from "../../platform/browser-environment.js";
import type { Environment } from "../../platform/environment.js";

/** What the adapter needs of the world, so that a test needs no waiting. */
export interface HttpEnvironment extends Pick<Environment, "clock" | "timers"> {
  /** Opens a stream of server-sent events; `undefined` where the platform has none. */
  openEvents(url: string, init: EventSourceInit): EventSource | undefined;
}

export const browserHttpEnvironment: HttpEnvironment = {
  clock: browserEnvironment.clock,
  timers: browserEnvironment.timers,
  openEvents: (url, init) => (typeof EventSource === "undefined" ? undefined : new EventSource(url, init)),
};
