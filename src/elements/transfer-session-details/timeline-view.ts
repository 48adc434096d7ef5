import { html, nothing, type TemplateResult } from "lit";
import { live } from "../../lit/time/live.js";
import { isKnownStatus } from "../../domain/session/status.js";
import type { Timeline, TimelineSegment } from "../../domain/session/timeline.js";
import { formatDuration, formatTime } from "../../i18n/format.js";
import { sessionBadge } from "../shared/badge/session-badge.js";
import type { DetailsContext } from "./details-context.js";

/** The statuses that were seen, as a bar and as words. `data-weight` becomes the segment's width. */
export function timelineView(timeline: Timeline, context: DetailsContext): TemplateResult | typeof nothing {
  const { strings, lang } = context;
  if (timeline.segments.length === 0 && timeline.endedAt === undefined) return nothing;
  const notes = [
    timeline.firstSeenAt === undefined ? "" : strings.firstSeen(formatTime(timeline.firstSeenAt, lang)),
    timeline.endedAt === undefined ? "" : strings.endedAt(formatTime(timeline.endedAt, lang)),
  ].filter(Boolean);
  return html`<section class="history" part="timeline" aria-labelledby="history">
    <h3 id="history">${strings.history}</h3>
    <div class="bar" aria-hidden="true">
      ${timeline.segments.map(
        (segment) =>
          html`<span class="segment" data-status=${kindOf(segment)} data-weight=${weightOf(segment)}></span>`,
      )}
      ${timeline.endedAt === undefined ? nothing : html`<span class="segment end" data-status="ended"></span>`}
    </div>
    <ol class="steps">
      ${timeline.segments.map((segment) => step(segment, context))}
    </ol>
    ${notes.length > 0 ? html`<p class="muted notes">${notes.join(" · ")}</p>` : nothing}
  </section>`;
}

function kindOf({ status }: TimelineSegment): string {
  return status === undefined ? "unseen" : isKnownStatus(status) ? status : "other";
}

/** Width follows time, but a status of seconds beside one of hours can still be seen. */
function weightOf({ from, to }: TimelineSegment): number {
  return Math.max(1, Math.round((to - from) / 1000));
}

function step(segment: TimelineSegment, context: DetailsContext): TemplateResult {
  const { common, strings, lang, environment } = context;
  const { status, from, to, open } = segment;
  const length = (): { key: string; content: string } => {
    const words = formatDuration(Math.max(0, (open ? context.now() : to) - from), lang);
    return { key: words, content: words };
  };
  return html`<li>
    <bdi class="muted at">${formatTime(from, lang)}</bdi>
    ${status === undefined ? html`<span class="unseen">${strings.unseen}</span>` : sessionBadge(status, common)}
    <span class="length">${open ? live(environment, length) : length().content}</span>
  </li>`;
}

/** Gives the segments their widths: by script, since a strict policy refuses style attributes. */
export function sizeSegments(root: ParentNode): void {
  for (const segment of root.querySelectorAll<HTMLElement>(".segment[data-weight]")) {
    segment.style.setProperty("flex-grow", segment.dataset["weight"] ?? "1");
  }
}
