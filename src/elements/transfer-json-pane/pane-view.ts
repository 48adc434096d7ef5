import { html, nothing, type TemplateResult } from "lit";
import { headerView } from "./header/header-view.js";
import { noteView } from "./header/note-view.js";
import type { PaneIntents } from "./pane-intents.js";
import type { PaneModel } from "./pane-model.js";
import { paneRows } from "./rows/pane-rows.js";
import { onClick, onDoubleClick, onFocusIn, onKey, onPointerOver } from "./rows/row-events.js";
import { toastView } from "../shared/toast.js";

/** The whole pane. Events of rows are heard on the box around them: rows are many. */
export function paneView(model: PaneModel, intents: PaneIntents): TemplateResult {
  const { isTree, label } = model;
  return html`<div class="base" part="base" translate="no">
    ${headerView(model, intents)} ${noteView(model, intents)}
    <div
      class="scroller"
      part="tree"
      tabindex=${isTree ? nothing : "0"}
      role=${isTree ? nothing : "region"}
      aria-label=${isTree ? nothing : label}
      @scroll=${intents.scroll}
      @keydown=${(event: KeyboardEvent) => onKey(event, model, intents)}
      @click=${(event: MouseEvent) => onClick(event, model, intents)}
      @dblclick=${(event: MouseEvent) => onDoubleClick(event, model, intents)}
      @focusin=${(event: FocusEvent) => onFocusIn(event, model, intents)}
      @pointerover=${(event: PointerEvent) => onPointerOver(event, intents)}
      @pointerleave=${() => intents.hover(-1)}
    >
      <span class="ruler" aria-hidden="true">0000000000</span>
      <div class="canvas" role=${isTree ? "tree" : nothing} aria-label=${isTree ? label : nothing}>
        <div class="window" role="none">${paneRows(model)}</div>
      </div>
    </div>
    ${toastView(model.said)}
  </div>`;
}
