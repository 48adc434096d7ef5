import type { Redact } from "../../domain/json/masks/masks.js";
import { effectiveLifecycle, type LifecycleSettings } from "../../domain/session/lifecycle.js";
import { sessionKey, type TransferSession } from "../../domain/session/session.js";
import { timelineOf, type SessionTimeline } from "../../domain/session/timeline.js";
import type { SessionDetailsStrings } from "../../i18n/session-details-strings.js";
import type { Words } from "../../lit/controllers/localize-controller.js";
import type { SessionStoreController } from "../../lit/controllers/session-store-controller.js";
import { askCanEnd, type CanEnd } from "../../lit/properties/can-end.js";
import { linksOf, type SessionLink, type SessionLinks } from "../../lit/properties/session-links.js";
import { browserEnvironment } from "../../platform/browser-environment.js";
import type { Environment } from "../../platform/environment.js";
import { warnOnce } from "../../platform/warn-once.js";
import type { Ending } from "../../stores/sessions/session-endings.js";
import type { SessionSnapshot } from "../../stores/sessions/session-store.js";
import type { FollowedSession, ShownSession } from "./session/followed-session.js";
import { neighboursOf, type Neighbours } from "./session/neighbours.js";
import type { RecordLoading } from "./session/session-record-controller.js";

/** Everything that the views show. Made once per update. */
export interface DetailsModel {
  readonly words: Words<SessionDetailsStrings>;
  /** In the flow of the page, not in a dialog. */
  readonly inline: boolean;
  /** Inline or open; else nothing is drawn. */
  readonly visible: boolean;
  /** Id of the session that is looked for, whether it is there or not. */
  readonly id: string | undefined;
  readonly shown: ShownSession | undefined;
  /** `undefined` while there is no source. */
  readonly snapshot: SessionSnapshot | undefined;
  readonly loading: RecordLoading;
  /** A person asked for a refresh that is still under way. */
  readonly refreshing: boolean;
  readonly neighbours: Neighbours;
  /** `true`; `false`: no End is offered; text: why not. */
  readonly mayEnd: boolean | string;
  readonly ending: Ending | undefined;
  /** The question before an End is open. */
  readonly asking: boolean;
  readonly links: readonly SessionLink[];
  readonly timeline: SessionTimeline | undefined;
  readonly lifecycle: LifecycleSettings | undefined;
  readonly redact: Redact | undefined;
  readonly announcement: string;
  /** What came of what a person did, for a moment. */
  readonly said: string;
  readonly environment: Environment;
  /** The server's clock, epoch milliseconds. */
  now(): number;
}

/** What the model is made of. */
export interface DetailsSources {
  readonly words: Words<SessionDetailsStrings>;
  readonly data: SessionStoreController;
  readonly followed: FollowedSession;
  /** The record to show; it may be fuller than the list's. */
  readonly session: TransferSession | undefined;
  readonly loading: RecordLoading;
  readonly inline: boolean;
  readonly open: boolean;
  readonly order: readonly TransferSession[] | undefined;
  readonly canEnd: CanEnd | undefined;
  readonly sessionLinks: SessionLinks | undefined;
  readonly redact: Redact | undefined;
  readonly refreshing: boolean;
  readonly asking: boolean;
  readonly announcement: string;
  /** What came of what a person did, for a moment. */
  readonly said: string;
}

export function detailsModelOf(sources: DetailsSources, before: DetailsModel | undefined): DetailsModel {
  const { words, data, followed, session, loading, inline, redact, refreshing, asking, announcement, said } = sources;
  const { store, snapshot, provided } = data;
  const visible = inline || sources.open;
  const shown = visible && session ? followed.presence(session) : undefined;
  const environment = store?.environment ?? browserEnvironment;
  const now = () => store?.now() ?? environment.clock.now();
  return {
    words,
    inline,
    visible,
    id: followed.id,
    shown,
    snapshot,
    loading,
    refreshing: refreshing || loading.pending,
    neighbours: findNeighbours(sources, before?.neighbours.place ?? -1),
    mayEnd: shown !== undefined && mayEnd(shown, sources),
    ending: shown && snapshot?.endings.get(sessionKey(shown.session)),
    asking,
    links: shown ? linksOf(shown.session, sources.sessionLinks ?? provided?.sessionLinks, document.baseURI) : [],
    timeline: shown && timelineOfShown(shown.session, sources, now()),
    lifecycle: effectiveLifecycle(snapshot?.lifecycle, provided?.lifecycle),
    redact,
    announcement,
    said,
    environment,
    now,
  };
}

function findNeighbours({ data, followed, order }: DetailsSources, place: number): Neighbours {
  const listed = data.snapshot?.sessions ?? [];
  try {
    return neighboursOf(order ?? listed, followed.last, place);
  } catch {
    warnOnce("order must be a list of sessions; ignored.");
    return neighboursOf(listed, followed.last, place);
  }
}

function mayEnd({ session, left }: ShownSession, { data, canEnd }: DetailsSources): boolean | string {
  if (left || session.status === "ended" || !data.store?.offers("end")) return false;
  return askCanEnd(canEnd, session);
}

function timelineOfShown(
  session: TransferSession,
  { data, followed }: DetailsSources,
  now: number,
): SessionTimeline | undefined {
  const history = followed.last && data.store?.history.of(followed.last);
  if (!history) return undefined;
  const last = history.steps.at(-1);
  // The fuller record may already know of a change that the list has not told yet.
  const isNews = last && session.status !== "" && last.status !== session.status;
  const steps = isNews
    ? [...history.steps, { status: session.status, seenAt: Math.max(last.seenAt, session.updatedAt ?? now) }]
    : history.steps;
  return timelineOf(session, { ...history, steps }, now);
}
