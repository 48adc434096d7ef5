import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "../../lit/repeat.js";
import type { RosterAgent } from "../../tracker/store/tracker-state.js";
import type { TrackerIntents } from "./tracker-intents.js";
import type { TrackerModel } from "./tracker-model.js";

/** Agents that are listed. A real conversation has a few; what goes on without an end must not fill the page. */
const MOST_LISTED = 100;

/** Who is in, in which role, and who is expected back. */
export function rosterView(model: TrackerModel, intents: TrackerIntents): TemplateResult {
  const { strings, lang } = model.words;
  const { roster, aside, phase } = model.state;
  const agents = [...roster, ...aside];
  if (agents.length === 0) {
    const text = phase === "handover" ? strings.handover : phase === "ended" ? strings.ended : strings.nobody;
    return html`<p class="muted note" .textContent=${text}></p>`;
  }
  return html`
    <ul class="list roster" part="roster" role="list">
      ${repeat(
        agents.slice(0, MOST_LISTED),
        (agent) => agent.identity,
        (agent) => agentView(agent, model, intents),
      )}
    </ul>
    ${
      agents.length > MOST_LISTED
        ? html`<p class="muted note" .textContent=${strings.agentsLeft(agents.length - MOST_LISTED, lang)}></p>`
        : nothing
    }
    ${agents.length > 1 ? html`<p class="muted note help" .textContent=${strings.leadHelp}></p>` : nothing}
  `;
}

function agentView(agent: RosterAgent, model: TrackerModel, intents: TrackerIntents): TemplateResult {
  const { strings } = model.words;
  const { name, identity, remote } = agent;
  const [role, word] = roleOf(agent, model);
  const isAside = model.state.aside.includes(agent);
  return html`
    <li class="agent" part="agent">
      <span class="agent-what">
        <bdi class="agent-name" .textContent=${name}></bdi>
        ${name === identity ? nothing : html`<bdi class="mono muted agent-id" .textContent=${identity}></bdi>`}
        <span class="chip role" data-role=${role} .textContent=${word}></span>
        ${remote ? html`<span class="chip role" .textContent=${strings.remote}></span>` : nothing}
        ${isAside ? html`<span class="chip role" data-role="aside" .textContent=${strings.aside}></span>` : nothing}
      </span>
      ${model.controls ? actionsView(agent, isAside, model, intents) : nothing}
    </li>
  `;
}

function roleOf(agent: RosterAgent, { handedOver, words }: TrackerModel): [role: string, word: string] {
  const { strings } = words;
  if (agent.lead) return ["lead", strings.lead];
  return handedOver.has(agent.identity) ? ["handed-over", strings.handedOver] : ["passive", strings.passive];
}

function actionsView(
  agent: RosterAgent,
  isAside: boolean,
  { words }: TrackerModel,
  { leave, rejoin }: TrackerIntents,
): TemplateResult {
  const { strings } = words;
  const action = (word: string, label: string, act: (agent: RosterAgent) => void) =>
    html`<button class="button quiet" type="button" aria-label=${label} @click=${() => act(agent)}>${word}</button>`;
  return html`<span class="agent-actions"
    >${isAside ? action(strings.rejoin, strings.rejoinAgent(agent.name), rejoin) : nothing}${action(
      strings.leave,
      strings.leaveAgent(agent.name),
      leave,
    )}</span
  >`;
}
