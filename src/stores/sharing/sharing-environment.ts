import type { Environment } from "../../platform/environment.js";
import type { TabsEnvironment } from "../../platform/tabs/tabs-environment.js";

/** What sharing a source among tabs needs of the world. */
export type SharingEnvironment = Pick<Environment, "clock" | "visible"> & TabsEnvironment;
