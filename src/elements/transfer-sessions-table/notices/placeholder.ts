import { isUnread, type SessionSnapshot } from "../../../stores/sessions/session-snapshot.js";

/** Why something else stands in place of the rows. */
export type Placeholder =
  | "not-connected"
  | "loading"
  | "paused"
  | "unauthorized"
  | "error"
  | "unread"
  | "no-integration"
  | "empty"
  | "no-match";

/**
 * What takes the place of the rows. A failure is never shown as an empty floor, and what is unknown never as none.
 *
 * @returns `undefined` where there are rows to be shown.
 */
export function placeholderOf(snapshot: SessionSnapshot | undefined, rowCount: number): Placeholder | undefined {
  if (!snapshot) return "not-connected";
  if (rowCount > 0) return undefined;
  // Rows that the view hides are known all the same.
  if (snapshot.sessions.length > 0) return "no-match";
  if (snapshot.unauthorized) return "unauthorized";
  // Not by the error itself: a source may reject with undefined.
  if (snapshot.failedAt !== undefined) return "error";
  if (snapshot.status !== "ready" && snapshot.paused && !snapshot.polling) return "paused";
  if (snapshot.status !== "ready") return "loading";
  if (isUnread(snapshot)) return "unread";
  const { integrations } = snapshot;
  return integrations && !integrations.some(({ connected }) => connected) ? "no-integration" : "empty";
}
