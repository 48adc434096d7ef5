import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { RosterAgent, TrackerState } from "../../tracker/store/tracker-state.js";
import type { TrackerContext } from "./tracker-context.js";

/** What a person may do with an agent of the roster; absent where there are no controls. */
export interface RosterActions {
  leave(agent: RosterAgent): void;
  rejoin(agent: RosterAgent): void;
}

/** Who is in, in which role, and who is expected back. */
export function rosterView(
  state: TrackerState,
  handedOver: ReadonlySet<string>,
  actions: RosterActions | undefined,
  context: TrackerContext,
): TemplateResult {
  const { strings } = context;
  const { roster, aside, phase } = state;
  if (roster.length + aside.length === 0) {
    const text = phase === "handover" ? strings.handover : phase === "ended" ? strings.ended : strings.nobody;
    return html`<p class="muted note">${text}</p>`;
  }
  const role = (agent: RosterAgent): [kind: string, word: string] => {
    if (agent.lead) return ["lead", strings.lead];
    return handedOver.has(agent.identity) ? ["handed-over", strings.handedOver] : ["passive", strings.passive];
  };
  return html`
    <ul class="roster" part="roster" role="list">
      ${repeat(roster, keyOf, (agent) => agentView(agent, role(agent), undefined, actions, context))}
      ${repeat(aside, keyOf, (agent) => agentView(agent, role(agent), strings.aside, actions, context))}
    </ul>
    ${roster.length + aside.length > 1 ? html`<p class="muted help">${strings.leadHelp}</p>` : nothing}
  `;
}

function keyOf(agent: RosterAgent): string {
  return agent.identity;
}

function agentView(
  agent: RosterAgent,
  [kind, word]: [string, string],
  aside: string | undefined,
  actions: RosterActions | undefined,
  { strings }: TrackerContext,
): TemplateResult {
  const { name, identity, remote } = agent;
  return html`
    <li class="agent" part="agent">
      <span class="agent-what">
        <span class="agent-name">${name}</span>
        ${name === identity ? nothing : html`<span class="mono muted agent-id">${identity}</span>`}
        <span class="role" data-role=${kind}>${word}</span>
        ${remote ? html`<span class="role">${strings.remote}</span>` : nothing}
        ${aside ? html`<span class="role" data-role="aside">${aside}</span>` : nothing}
      </span>
      ${
        actions
          ? html`<span class="agent-actions"
              >${
                aside
                  ? html`<button
                      class="button quiet"
                      type="button"
                      aria-label=${strings.rejoinAgent(name)}
                      @click=${() => actions.rejoin(agent)}
                    >
                      ${strings.rejoin}
                    </button>`
                  : nothing
              }<button
                class="button quiet"
                type="button"
                aria-label=${strings.leaveAgent(name)}
                @click=${() => actions.leave(agent)}
              >
                ${strings.leave}
              </button></span
            >`
          : nothing
      }
    </li>
  `;
}
