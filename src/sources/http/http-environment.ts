import { browserEnvironment } from "../../platform/browser-environment.js";
import type { Environment } from "../../platform/environment.js";

/** What the adapter needs of the world, so that a test needs no waiting. */
export type HttpEnvironment = Pick<Environment, "clock" | "timers">;

export const browserHttpEnvironment: HttpEnvironment = browserEnvironment;
