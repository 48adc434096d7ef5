/** The one file as a script that is no module, for consoles that load nothing else: it sets the global `HandoffElements`. */
// First, since it has to run before Lit does.
import "./platform/page/other-lit.js";
import * as everything from "./index.js";
import "./define.js";

declare global {
  // oxlint-disable-next-line no-var -- only a `var` is a global variable for a script
  var HandoffElements: typeof everything;
}

// The first copy keeps its tags, so its exports are the ones that go with them.
globalThis.HandoffElements ??= everything;
