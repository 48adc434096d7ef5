import type { TransferSession } from "./session.js";

/** A status, and when it was first seen. */
export interface ObservedStatus {
  readonly status: string;
  /** Epoch milliseconds by the server's clock. The change itself came at or before it. */
  readonly seenAt: number;
}

/** What was seen of a session. */
export interface ObservedHistory {
  /** Oldest first, never empty. */
  readonly steps: readonly ObservedStatus[];
  /** When the session was found to have left the list. */
  readonly leftAt?: number;
}

/** A stretch of a session's life. */
export interface TimelineSegment {
  /** `undefined`: nobody saw. */
  readonly status: string | undefined;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  /** It goes on: `to` is now. */
  readonly open: boolean;
}

/** A session's life as far as it is known. */
export interface SessionTimeline {
  readonly segments: readonly TimelineSegment[];
  /** When the session was first seen, where that was after its beginning. */
  readonly firstSeenAt: number | undefined;
  /** When it ended, as its record says, or else as it was seen. */
  readonly endedAt: number | undefined;
}

/** Beyond it there is no date. */
const LATEST = 8.64e15;

/**
 * Lays out what was seen of a session. The time before the first sight counts as unseen, except for `pending`: that is
 * what every session begins with.
 *
 * @param now epoch milliseconds by the server's clock.
 */
export function timelineOf(session: TransferSession, history: ObservedHistory, now: number): SessionTimeline {
  const [first] = history.steps;
  if (!first) return { segments: [], firstSeenAt: undefined, endedAt: undefined };
  const { createdAt = first.seenAt } = session;
  const start = Math.abs(createdAt) <= LATEST ? Math.min(createdAt, first.seenAt) : first.seenAt;
  const endStep = history.steps.find(({ status }) => status === "ended");
  const endedAt = endStep && Math.max(start, Math.min(endStep.seenAt, session.endedAt ?? endStep.seenAt));
  const over = endedAt ?? history.leftAt;
  const end = Math.max(over ?? now, start);
  const known = first.status === "pending";
  const segments: TimelineSegment[] = [];
  // A status that was over before the next answer has no length; the one that goes on may only begin.
  const add = (status: string | undefined, from: number, to: number, open = false): void => {
    if (to > from || (open && to === from)) segments.push({ status, from, to, open });
  };
  if (!known) add(undefined, start, Math.min(first.seenAt, end));
  let place = -1;
  for (const { status, seenAt } of history.steps) {
    place++;
    if (status === "ended") continue;
    const from = place === 0 && known ? start : Math.min(seenAt, end);
    const following = history.steps[place + 1];
    add(status, from, Math.min(following?.seenAt ?? end, end), !following && over === undefined);
  }
  return { segments, firstSeenAt: known || first.seenAt <= start ? undefined : first.seenAt, endedAt };
}
