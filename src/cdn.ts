/** The one file for pages without a bundler: everything that the package exports, with every tag registered. */
export * from "./index.js";
import "./define.js";
