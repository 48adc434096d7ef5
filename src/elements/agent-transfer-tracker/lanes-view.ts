import { guard } from "lit/directives/guard.js";
import { html, nothing, svg, type TemplateResult } from "lit";
import type { TransferType } from "../../tracker/rules/payload.js";
import { formatDuration, formatTimeToSecond } from "../../i18n/format.js";
import type { ClosingStep } from "../../tracker/rules/message.js";
import type { AgentLane, Closing, LaneBar, LaneMarker } from "./agent-lanes.js";
import type { TrackerModel } from "./tracker-model.js";

/** Each type has a shape of its own; an entry's is filled, an exit's is hollow. Drawn around 0,0. */
const SHAPES: Readonly<Record<TransferType, TemplateResult<2>>> = {
  NA: svg`<circle r="5"></circle>`,
  cold: svg`<rect x="-4.5" y="-4.5" width="9" height="9"></rect>`,
  warm: svg`<path d="M0-6L6 0 0 6-6 0z"></path>`,
  redial: svg`<path d="M-5.5 4.5L0-5.5l5.5 10z"></path>`,
};

const CLOSING_SHAPES: Readonly<Record<ClosingStep, TemplateResult<2>>> = {
  summary: svg`<path d="M-5-5.5h6l4 4v7h-10z"></path>`,
  end: svg`<path d="M-5.5-3.5l2-2L0-2l3.5-3.5 2 2L2 0l3.5 3.5-2 2L0 2l-3.5 3.5-2-2L-2 0z"></path>`,
};

/** Pixels from one closing step to the next at the same time. */
const STEP_GAP = 14;

/** A label needs this much of the axis, in per cent; where there is less it is left to the text below. */
const LABEL_ROOM = 9;

/** A bar this long, in per cent, has room for its duration between the labels of its ends. */
const DURATION_ROOM = 26;

const LANE_MIDDLE = 10;

/** Milliseconds whose text no conversation will exceed. */
const LONG = 86_340_000;

/**
 * One lane per agent. The drawing is for the eye; a list says the same in words. It is drawn anew when somebody came or
 * went, and every second while somebody is in; not for each event that is sent.
 */
export function lanesView(model: TrackerModel): unknown {
  const { lanes, moments, now, state, words } = model;
  const second = lanes.running ? Math.floor(now / 1000) : 0;
  const people = [...state.roster, ...state.aside].map(({ identity }) => identity).join("\n");
  return guard([second, moments, people, words], () => wholeView(model));
}

function wholeView(model: TrackerModel): TemplateResult {
  const { lanes, left, closings, from, to, running } = model.lanes;
  const { strings, lang } = model.words;
  if (lanes.length + closings.length === 0)
    return html`<p class="muted note" .textContent=${strings.timelineEmpty}></p>`;
  return html`
    <div class="lanes" part="timeline" aria-hidden="true">
      ${lanes.map((lane) => laneView(lane, model))} ${closings.length > 0 ? closingLaneView(model) : nothing}
      <div class="lane-name"></div>
      <div class="axis muted">
        <bdi .textContent=${formatTimeToSecond(from, lang)}></bdi
        ><span class="room" data-room=${formatDuration(LONG, lang)}
          ><bdi .textContent=${formatDuration(to - from, lang)}></bdi></span
        ><bdi .textContent=${running ? strings.now : formatTimeToSecond(to, lang)}></bdi>
      </div>
    </div>
    ${left > 0 ? html`<p class="muted note" .textContent=${strings.agentsLeft(left, lang)}></p>` : nothing}
    ${legendView(model)}
    <ul class="list visually-hidden" role="list">
      ${lanes.map((lane) => html`<li .textContent=${laneText(lane, model)}></li>`)}
      ${closings.map((closing) => html`<li .textContent=${closingText(closing, model)}></li>`)}
    </ul>
  `;
}

function legendView({ words }: TrackerModel): TemplateResult {
  const { strings } = words;
  return html`<ul class="list legend muted" aria-hidden="true">
    ${(["NA", "cold", "warm", "redial"] as const).map((transfer) =>
      legendItem(html`<svg class="key" viewBox="-7 -7 14 14">${SHAPES[transfer]}</svg>`, strings.transfer[transfer]),
    )}
    ${legendItem(html`<svg class="key" viewBox="-7 -7 14 14"><g class="hollow">${SHAPES.NA}</g></svg>`, strings.exit)}
    ${legendItem(
      html`<svg class="key wide" viewBox="0 0 24 14">
        <rect class="aside" x="1" y="4" width="22" height="6" rx="3"></rect>
      </svg>`,
      strings.aside,
    )}
  </ul>`;
}

function legendItem(key: TemplateResult, word: string | undefined): TemplateResult {
  return html`<li class="legend-item">${key}${word}</li>`;
}

function laneView(lane: AgentLane, model: TrackerModel): TemplateResult {
  const labelled = labelledMarkers(lane.markers, model);
  return html`
    <div class="lane-name" title=${lane.identity} .textContent=${lane.name}></div>
    <svg class="lane" part="lane" focusable="false">
      <line class="rail" x1="0" x2="100%" y1=${LANE_MIDDLE} y2=${LANE_MIDDLE}></line>
      ${lane.bars.map((bar) => barView(bar, lane, model))}
      ${lane.markers.map((marker) => markerView(marker, labelled.has(marker), model))}
    </svg>
  `;
}

/** What is no agent's: what closes the conversation. */
function closingLaneView(model: TrackerModel): TemplateResult {
  return html`
    <div class="lane-name">${model.words.strings.conversation}</div>
    <svg class="lane" part="lane" focusable="false">
      <line class="rail" x1="0" x2="100%" y1=${LANE_MIDDLE} y2=${LANE_MIDDLE}></line>
      ${model.lanes.closings.map((closing) => closingView(closing, model))}
    </svg>
  `;
}

function closingView({ at, steps }: Closing, model: TrackerModel): TemplateResult<2> {
  const x = drawnAt(at, model);
  // Side by side, towards the middle of the drawing.
  const gap = x < 50 ? STEP_GAP : -STEP_GAP;
  const placed = x < 50 === (model.words.dir !== "rtl") ? steps : steps.toReversed();
  return svg`<svg x="${x}%" y=${LANE_MIDDLE} overflow="visible"
    >${placed.map(
      (step, index) => svg`<g class="marker" transform="translate(${gap * index} 0)">${CLOSING_SHAPES[step]}</g>`,
    )}<text class="lane-text" y="20" text-anchor=${x < 50 ? "start" : "end"} .textContent=${stepsText(steps, model)}></text></svg
  >`;
}

function stepsText(steps: Closing["steps"], { words }: TrackerModel): string {
  return steps.map((step) => words.strings.closing[step]).join(", ");
}

function closingText({ at, steps }: Closing, model: TrackerModel): string {
  const { strings, lang } = model.words;
  return strings.closingAt(stepsText(steps, model), formatTimeToSecond(at, lang));
}

/** How far along the axis a time is, in per cent. */
function shareOf(time: number, { lanes: { from, to } }: TrackerModel): number {
  return ((time - from) / (to - from)) * 100;
}

/** The same from the left, in every language. */
function drawnAt(time: number, model: TrackerModel): number {
  const share = shareOf(time, model);
  return model.words.dir === "rtl" ? 100 - share : share;
}

function barView({ kind, from, to }: LaneBar, lane: AgentLane, model: TrackerModel): TemplateResult<2> {
  const { now, words } = model;
  const start = shareOf(from, model);
  const width = Math.max(0, shareOf(to ?? now, model) - start);
  const x = words.dir === "rtl" ? 100 - start - width : start;
  const style = kind === "aside" ? "aside" : lane.remote ? "bar remote" : "bar";
  const duration = formatDuration(Math.max(0, (to ?? now) - from), words.lang);
  return svg`<rect class=${style} x="${x}%" y=${LANE_MIDDLE - 4} width="${width}%" height="8" rx="4"></rect>${
    width < DURATION_ROOM
      ? nothing
      : svg`<text class="lane-text duration" x="${x + width / 2}%" y="30" text-anchor="middle" .textContent=${duration}></text>`
  }`;
}

function markerView(
  { at, transition, transfer }: LaneMarker,
  labelled: boolean,
  model: TrackerModel,
): TemplateResult<2> {
  const { strings } = model.words;
  const x = drawnAt(at, model);
  // A marker at the very edge would be cut in half by the next lane's name, its label by the end of the drawing.
  const anchor = x > 80 ? "end" : x < 4 ? "start" : "middle";
  const label = labelled
    ? svg`<text class="lane-text" y="20" text-anchor=${anchor} .textContent=${strings.transfer[transfer]}></text>`
    : nothing;
  return svg`<svg x="${x}%" y=${LANE_MIDDLE} overflow="visible"
    ><g class=${transition === "exit" ? "marker hollow" : "marker"}>${SHAPES[transfer]}</g>${label}</svg
  >`;
}

function labelledMarkers(markers: readonly LaneMarker[], model: TrackerModel): Set<LaneMarker> {
  const labelled = new Set<LaneMarker>();
  let last = -LABEL_ROOM;
  for (const marker of markers) {
    const at = shareOf(marker.at, model);
    if (at - last < LABEL_ROOM) continue;
    last = at;
    labelled.add(marker);
  }
  return labelled;
}

function laneText(lane: AgentLane, { now, words }: TrackerModel): string {
  const { strings, lang } = words;
  const bars = lane.bars.map(({ kind, from, to }) => {
    const start = formatTimeToSecond(from, lang);
    const duration = formatDuration(Math.max(0, (to ?? now) - from), lang, "long");
    if (kind === "aside") return strings.asideSpan(lane.name, start);
    if (to === undefined) return strings.spanOpen(lane.name, start, duration);
    return strings.span(lane.name, start, formatTimeToSecond(to, lang), duration);
  });
  const markers = lane.markers.map(({ transfer, transition, at }) =>
    strings.marker(strings.transfer[transfer] ?? transfer, strings[transition], formatTimeToSecond(at, lang)),
  );
  return [...bars, ...markers].join(". ");
}
