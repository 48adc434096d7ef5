import { html, nothing, type TemplateResult } from "lit";
import { live, type LiveValue } from "../../../lit/time/live.js";
import { isKnownStatus } from "../../../domain/session/status.js";
import type { TimelineSegment } from "../../../domain/session/timeline.js";
import { formatDuration, formatTime } from "../../../i18n/format.js";
import { sessionBadge } from "../../shared/badge/badge-view.js";
import type { DetailsModel } from "../details-model.js";

/** Milliseconds whose text no status will exceed. */
const LONG = 86_340_000;

/** The statuses that were seen, as a bar and as words. `data-weight` becomes the segment's width. */
export function timelineView(model: DetailsModel): TemplateResult | typeof nothing {
  const { timeline } = model;
  const { strings, lang } = model.words;
  if (!timeline || (timeline.segments.length === 0 && timeline.endedAt === undefined)) return nothing;
  const notes = [
    timeline.firstSeenAt === undefined ? "" : strings.firstSeen(formatTime(timeline.firstSeenAt, lang)),
    timeline.endedAt === undefined ? "" : strings.endedAt(formatTime(timeline.endedAt, lang)),
  ].filter(Boolean);
  return html`<section class="history" part="timeline" aria-labelledby="history">
    <h3 class="history-title" id="history">${strings.history}</h3>
    <div class="bar" aria-hidden="true">
      ${timeline.segments.map(
        (segment) =>
          html`<span class="segment" data-status=${kindOf(segment)} data-weight=${weightOf(segment)}></span>`,
      )}
      ${timeline.endedAt === undefined ? nothing : html`<span class="segment end" data-status="ended"></span>`}
    </div>
    <ol class="steps">
      ${timeline.segments.map((segment) => step(segment, model))}
    </ol>
    <p class="muted notes" .textContent=${notes.join(" · ")}></p>
  </section>`;
}

function kindOf({ status }: TimelineSegment): string {
  return status === undefined ? "unseen" : isKnownStatus(status) ? status : "other";
}

/** Width follows time, but a status of seconds beside one of hours can still be seen. */
function weightOf({ from, to }: TimelineSegment): number {
  return Math.max(1, Math.round((to - from) / 1000));
}

function step({ status, from, to, open }: TimelineSegment, model: DetailsModel): TemplateResult {
  const { common, strings, lang } = model.words;
  const length = (): LiveValue => {
    const key = formatDuration(Math.max(0, (open ? model.now() : to) - from), lang);
    return { key, content: key };
  };
  return html`<li class="step">
    <bdi class="muted at" .textContent=${formatTime(from, lang)}></bdi>
    ${status === undefined ? html`<span class="unseen" .textContent=${strings.unseen}></span>` : sessionBadge(status, common)}
    ${
      open
        ? html`<span class="length room" data-room=${formatDuration(LONG, lang)}
            ><span>${live(model.environment, length)}</span></span
          >`
        : html`<span class="length">${length().content}</span>`
    }
  </li>`;
}

/** Gives the segments their widths: by script, since a strict policy refuses style attributes. */
export function sizeSegments(root: ParentNode): void {
  for (const segment of root.querySelectorAll<HTMLElement>(".segment[data-weight]")) {
    segment.style.setProperty("flex-grow", segment.dataset["weight"] ?? "1");
  }
}
