/** The one file for pages without a bundler: everything that the package exports, with every tag registered. */
// First, since it has to run before Lit does.
import "./platform/page/other-lit.js";
export * from "./index.js";
import "./define.js";
