/** For plain pages: gets each element of the package when its tag first appears, and nothing before. */
// First, since it has to run before Lit does.
import "./platform/page/other-lit.js";

const parts = new Map<string, () => Promise<unknown>>([
  ["agent-transfer-tracker", () => import("./define/agent-transfer-tracker.js")],
  ["transfer-json-pane", () => import("./define/transfer-json-pane.js")],
  ["transfer-lifecycle-settings", () => import("./define/transfer-lifecycle-settings.js")],
  ["transfer-session-details", () => import("./define/transfer-session-details.js")],
  ["transfer-sessions-provider", () => import("./define/transfer-sessions-provider.js")],
  ["transfer-sessions-summary", () => import("./define/transfer-sessions-summary.js")],
  ["transfer-sessions-table", () => import("./define/transfer-sessions-table.js")],
  ["transfer-status-badge", () => import("./define/transfer-status-badge.js")],
]);

const TAGS = [...parts.keys()].join();

/**
 * Looks for tags from now on. The document of the page is watched by itself; a shadow root of the host's, which an
 * observer of the document cannot see into, is not.
 *
 * ```js
 * import { watch } from "…/cdn/loader.js";
 * watch(this.shadowRoot);
 * ```
 *
 * @returns what ends it.
 */
export function watch(root: Document | ShadowRoot | Element): () => void {
  load(root);
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if ("localName" in node) load(node as Element);
    }
  });
  observer.observe(root, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function load(root: Document | ShadowRoot | Element): void {
  if ("localName" in root) get(root.localName);
  for (const { localName } of root.querySelectorAll(TAGS)) get(localName);
}

function get(tag: string): void {
  const part = parts.get(tag);
  parts.delete(tag);
  // No helper of the package's: with it would come the file that all elements share.
  part?.().catch((error: unknown) => console.warn(`handoff-elements: <${tag}> could not be loaded.`, error));
}

// Imported where there is no page, it does nothing.
if (typeof document !== "undefined") watch(document);
