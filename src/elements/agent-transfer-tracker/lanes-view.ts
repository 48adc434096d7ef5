import { html, nothing, svg, type TemplateResult } from "lit";
import type { TransferType } from "../../tracker/rules/payload.js";
import { formatDuration } from "../../i18n/format.js";
import type { Timeline, TimelineBar, TimelineLane, TimelineMarker } from "./lanes.js";
import { clockTime, type TrackerContext } from "./tracker-context.js";

/** Each type has a shape of its own; an entry's is filled, an exit's is hollow. Drawn around 0,0. */
const SHAPES: Readonly<Record<TransferType, TemplateResult<2>>> = {
  NA: svg`<circle r="5"></circle>`,
  cold: svg`<rect x="-4.5" y="-4.5" width="9" height="9"></rect>`,
  warm: svg`<path d="M0-6L6 0 0 6-6 0z"></path>`,
  redial: svg`<path d="M-5.5 4.5L0-5.5l5.5 10z"></path>`,
};

/** A label needs this much of the axis, in per cent; where there is less it is left to the text below. */
const LABEL_ROOM = 9;

/** A bar this long, in per cent, has room for its duration between the labels of its ends. */
const DURATION_ROOM = 26;

const LANE_MIDDLE = 10;

/** One lane per agent. The drawing is for the eye; a list says the same in words. */
export function timelineView(timeline: Timeline, now: number, context: TrackerContext): TemplateResult {
  const { strings, lang } = context;
  if (timeline.lanes.length === 0) return html`<p class="muted note">${strings.timelineEmpty}</p>`;
  const end = timeline.running ? strings.now : clockTime(timeline.to, lang);
  return html`
    <div class="lanes" part="timeline" aria-hidden="true">
      ${timeline.lanes.map((lane) => laneView(lane, timeline, now, context))}
      <div class="lane-name"></div>
      <div class="axis muted">
        <bdi>${clockTime(timeline.from, lang)}</bdi><bdi>${formatDuration(timeline.to - timeline.from, lang)}</bdi
        ><bdi>${end}</bdi>
      </div>
    </div>
    <ul class="legend muted" aria-hidden="true">
      ${(["NA", "cold", "warm", "redial"] as const).map(
        (transfer) =>
          html`<li><svg class="key" viewBox="-7 -7 14 14">${SHAPES[transfer]}</svg>${strings.transfer[transfer]}</li>`,
      )}
      <li>
        <svg class="key" viewBox="-7 -7 14 14"><g class="hollow">${SHAPES.NA}</g></svg>${strings.exit}
      </li>
      <li>
        <svg class="key wide" viewBox="0 0 24 14">
          <rect class="aside" x="1" y="4" width="22" height="6" rx="3"></rect></svg
        >${strings.aside}
      </li>
    </ul>
    <ul class="visually-hidden" role="list">
      ${timeline.lanes.map((lane) => html`<li>${laneText(lane, now, context)}</li>`)}
    </ul>
  `;
}

function laneView(lane: TimelineLane, timeline: Timeline, now: number, context: TrackerContext): TemplateResult {
  const share = (time: number) => ((time - timeline.from) / (timeline.to - timeline.from)) * 100;
  const labelled = labelledMarkers(lane.markers, share);
  return html`
    <div class="lane-name" title=${lane.identity}>${lane.name}</div>
    <svg class="lane" part="lane" focusable="false">
      <line class="rail" x1="0" x2="100%" y1=${LANE_MIDDLE} y2=${LANE_MIDDLE}></line>
      ${lane.bars.map((bar) => barView(bar, lane, share, now, context))}
      ${lane.markers.map((marker) => markerView(marker, share(marker.at), labelled.has(marker), context))}
    </svg>
  `;
}

function barView(
  { kind, from, to }: TimelineBar,
  lane: TimelineLane,
  share: (time: number) => number,
  now: number,
  { rtl, lang }: TrackerContext,
): TemplateResult<2> {
  const start = share(from);
  const width = Math.max(0, share(to ?? now) - start);
  const x = rtl ? 100 - start - width : start;
  const style = kind === "aside" ? "aside" : lane.remote ? "bar remote" : "bar";
  const duration = formatDuration(Math.max(0, (to ?? now) - from), lang);
  return svg`<rect class=${style} x="${x}%" y=${LANE_MIDDLE - 4} width="${width}%" height="8" rx="4"></rect>${
    width < DURATION_ROOM
      ? nothing
      : svg`<text class="duration" x="${x + width / 2}%" y="30" text-anchor="middle">${duration}</text>`
  }`;
}

function markerView(
  { transition, transfer }: TimelineMarker,
  share: number,
  labelled: boolean,
  { strings, rtl }: TrackerContext,
): TemplateResult<2> {
  const x = rtl ? 100 - share : share;
  // A marker at the very edge would be cut in half by the next lane's name, its label by the end of the drawing.
  const anchor = x > 80 ? "end" : x < 4 ? "start" : "middle";
  const label = labelled ? svg`<text y="20" text-anchor=${anchor}>${strings.transfer[transfer]}</text>` : nothing;
  return svg`<svg x="${x}%" y=${LANE_MIDDLE} overflow="visible"
    ><g class=${transition === "exit" ? "marker hollow" : "marker"}>${SHAPES[transfer]}</g>${label}</svg
  >`;
}

function labelledMarkers(markers: readonly TimelineMarker[], share: (time: number) => number): Set<TimelineMarker> {
  const labelled = new Set<TimelineMarker>();
  let last = -LABEL_ROOM;
  for (const marker of markers) {
    const at = share(marker.at);
    if (at - last < LABEL_ROOM) continue;
    last = at;
    labelled.add(marker);
  }
  return labelled;
}

function laneText(lane: TimelineLane, now: number, { strings, lang }: TrackerContext): string {
  const bars = lane.bars.map(({ kind, from, to }) => {
    const start = clockTime(from, lang);
    const duration = formatDuration(Math.max(0, (to ?? now) - from), lang, "long");
    if (kind === "aside") return strings.asideSpan(lane.name, start);
    if (to === undefined) return strings.spanOpen(lane.name, start, duration);
    return strings.span(lane.name, start, clockTime(to, lang), duration);
  });
  const markers = lane.markers.map(({ transfer, transition, at }) =>
    strings.marker(strings.transfer[transfer] ?? transfer, strings[transition], clockTime(at, lang)),
  );
  return [...bars, ...markers].join(". ");
}
