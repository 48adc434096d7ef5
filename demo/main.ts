import { bindAppearance } from "./appearance.js";
import { bindEndpointPanel } from "./endpoint-panel.js";
import { bindPages } from "./pages.js";
import { readPresets } from "./presets.js";

const presets = readPresets(location.search);
bindAppearance(presets);
bindPages();

const panel = bindEndpointPanel(document.querySelector("transfer-sessions-provider")!);
// A preset has to hold before the first poll, so the elements wait for it.
if (presets.control) await panel.change(presets.control);
if (presets.panel) panel.open();
if (presets.poll) document.querySelector("transfer-sessions-provider")!.setAttribute("poll-interval", presets.poll);

await import("handoff-elements/define");

// Whoever waits stands first, the longest wait on top; unless this browser keeps another view.
const table = document.querySelector("transfer-sessions-table")!;
if (Object.keys(table.view).length === 0) {
  table.view = {
    sort: [
      { by: "status", direction: "ascending" },
      { by: "duration", direction: "descending" },
    ],
  };
}
table.viewKey = "demo";
