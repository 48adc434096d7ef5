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
  const lastActivity = session.updatedAt ?? session.createdAt;
  if (!minutes || lastActivity === undefined) return undefined;
  return lastActivity + minutes * 60_000;
}
