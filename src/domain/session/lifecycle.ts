import type { TransferSession } from "./session.js";

/** Minutes of inactivity before a session is removed, by channel; 0 = never. Other channels may be named too. */
export interface LifecycleSettings {
  readonly [channel: string]: number;
}

/** What the platform documents; a source may supply other values. */
export const DEFAULT_LIFECYCLE: LifecycleSettings = Object.freeze({
  chat: 30,
  messaging: 30,
  email: 1440,
  campaign: 60,
  voice: 0,
});

/** The longest that a setting may allow, in minutes: a week. */
export const LONGEST_TTL_MINUTES = 10_080;

/** The last time that a `Date` can name, in epoch milliseconds; an expiry past it is none. */
const LAST_TIME = 8.64e15;

/**
 * The settings that hold, channel by channel: what the source says, then what the page's provider element says, then
 * the defaults.
 *
 * @param source what the source supplied; `undefined` = unknown.
 * @param provided the `lifecycle` of the provider element.
 */
export function effectiveLifecycle(
  source: LifecycleSettings | undefined,
  provided: LifecycleSettings | undefined,
): LifecycleSettings {
  if (!provided) return source ?? DEFAULT_LIFECYCLE;
  return { ...DEFAULT_LIFECYCLE, ...provided, ...source };
}

/**
 * Minutes of inactivity that a session is allowed: its own override, then the settings, then the defaults.
 *
 * @returns minutes, 0 = never, or `undefined` for a channel that nobody knows: it has no expiry.
 */
export function ttlMinutesOf(session: TransferSession, settings: LifecycleSettings = {}): number | undefined {
  if (session.ttlMinutes !== undefined) return session.ttlMinutes;
  if (Object.hasOwn(settings, session.channel)) return settings[session.channel];
  return Object.hasOwn(DEFAULT_LIFECYCLE, session.channel) ? DEFAULT_LIFECYCLE[session.channel] : undefined;
}

/**
 * When a session is removed unless another message comes.
 *
 * @returns epoch milliseconds by the server's clock, or `undefined` when it never expires or its last activity is
 * unknown.
 */
export function expiryOf(session: TransferSession, settings?: LifecycleSettings): number | undefined {
  const minutes = ttlMinutesOf(session, settings);
  const lastActivity = lastActivityOf(session);
  if (!minutes || lastActivity === undefined) return undefined;
  const expiry = lastActivity + minutes * 60_000;
  return expiry <= LAST_TIME ? expiry : undefined;
}

/** Epoch milliseconds of the last sign of life that is known. */
export function lastActivityOf(session: TransferSession): number | undefined {
  return session.updatedAt ?? session.createdAt;
}

/** What can be said of the end of a session by time. */
export type TimeLeft =
  /** Ended already, or of a channel or an age that nobody knows. */
  | { readonly kind: "unknown" }
  /** Its TTL is 0, or longer than any calendar. */
  | { readonly kind: "never" }
  /** `left`: milliseconds until then, more than 0. `at`: epoch milliseconds by the server's clock. */
  | { readonly kind: "expires"; readonly at: number; readonly left: number }
  /** Its time is up, and it is still listed. */
  | { readonly kind: "expired"; readonly at: number };

/** @param now the server's clock, in epoch milliseconds. */
export function timeLeftOf(session: TransferSession, now: number, settings?: LifecycleSettings): TimeLeft {
  if (session.status === "ended") return { kind: "unknown" };
  const minutes = ttlMinutesOf(session, settings);
  if (minutes === undefined) return { kind: "unknown" };
  if (minutes === 0) return { kind: "never" };
  const at = expiryOf(session, settings);
  if (at === undefined) return { kind: lastActivityOf(session) === undefined ? "unknown" : "never" };
  return at > now ? { kind: "expires", at, left: at - now } : { kind: "expired", at };
}
