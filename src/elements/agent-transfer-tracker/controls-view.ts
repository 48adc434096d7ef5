import { html, type TemplateResult } from "lit";
import type { TrackerState } from "../../tracker/store/tracker-state.js";
import type { TrackerContext } from "./tracker-context.js";

/** The agent whom a person has typed in. */
export interface AgentDraft {
  readonly identity: string;
  readonly name: string;
}

export interface ControlActions {
  change(draft: AgentDraft): void;
  accept(): void;
  add(): void;
  handOver(): void;
  drop(): void;
  end(): void;
}

/** Which of the buttons mean something now. */
export function meaningful(state: TrackerState, draft: AgentDraft): Readonly<Record<string, boolean>> {
  const { phase, roster, aside } = state;
  const over = phase === "ended";
  const known = [...roster, ...aside].some((agent) => agent.identity === draft.identity);
  const somebodyNew = draft.identity !== "" && !known && !over;
  const nobody = roster.length + aside.length === 0;
  return {
    accept: somebodyNew && nobody,
    add: somebodyNew && roster.length > 0,
    handOver: somebodyNew && !nobody,
    drop: phase === "open" && roster.length > 0,
    end: !over,
  };
}

/** For desktops that tell the tracker by hand, and for demonstrations. */
export function controlsView(
  state: TrackerState,
  draft: AgentDraft,
  actions: ControlActions,
  { strings }: TrackerContext,
): TemplateResult {
  const can = meaningful(state, draft);
  const field = (label: string, key: keyof AgentDraft) => html`
    <label class="field"
      ><span class="muted">${label}</span
      ><input
        type="text"
        autocomplete="off"
        spellcheck="false"
        .value=${draft[key]}
        @input=${(event: InputEvent) =>
          actions.change({ ...draft, [key]: (event.currentTarget as HTMLInputElement).value })}
    /></label>
  `;
  const action = (name: "accept" | "add" | "handOver" | "drop" | "end", danger = false) => html`
    <button
      class="button ${danger ? "danger" : ""}"
      type="button"
      ?disabled=${!can[name]}
      @click=${() => actions[name]()}
    >
      ${strings[name]}
    </button>
  `;
  return html`
    <div class="controls" part="controls" role="group" aria-label=${strings.controls}>
      <div class="control-group">${field(strings.agentId, "identity")}${field(strings.agentName, "name")}</div>
      <div class="control-group">${action("accept")}${action("add")}${action("handOver")}</div>
      <div class="control-group end">${action("drop")}${action("end", true)}</div>
    </div>
  `;
}
