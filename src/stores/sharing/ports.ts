import type { Environment } from "../ports.js";
import type { TabsEnvironment } from "../tabs/ports.js";

/** What sharing a source among tabs needs of the world. */
export type SharingEnvironment = Pick<Environment, "clock" | "visible"> & TabsEnvironment;
