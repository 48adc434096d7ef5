/** The statuses that the platform names, in the order in which a session passes through them. */
export const SESSION_STATUSES = ["pending", "queued", "active", "post_agent", "ended"] as const;

export type KnownStatus = (typeof SESSION_STATUSES)[number];

export function isKnownStatus(status: string): status is KnownStatus {
  return (SESSION_STATUSES as readonly string[]).includes(status);
}

/** Whether the contact is still waiting for a human agent. */
export function isWaiting(status: string): boolean {
  return status === "pending" || status === "queued";
}
