import { browserEnvironment } from "../platform/browser-environment.js";
import { browserTabs } from "../platform/tabs/browser-tabs.js";
import { VERSION } from "../platform/version.js";
import type { TransferDataSource } from "../sources/data-source.js";
import type { SharingEnvironment } from "../stores/sharing/sharing-environment.js";
import { SharedList } from "../stores/sharing/shared-list.js";

/** The list of a source as the tabs share it that have this version of the package and this name. */
export function sharedListFor(
  source: TransferDataSource,
  name: string,
  environment: Partial<SharingEnvironment> | undefined,
): SharedList {
  const { clock, timers, visible, warn } = browserEnvironment;
  return new SharedList({
    source,
    environment: { clock, timers, visible, warn, ...browserTabs, ...environment },
    name: `handoff-elements:sessions@${VERSION}:${name}`,
  });
}
