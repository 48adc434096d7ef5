// A floor of a console's own: a data source in the page, with the same sessions each time.
const STATUSES = ["queued", "active", "pending", "post_agent", "queued", "active", "ended"];
const QUEUES = ["Billing", "General", "Cards"];
const PROVIDERS = ["salesforce", "genesys", "zendesk"];
const MINUTE = 60_000;

/** The contact of the session at that place. */
export const contactAt = (index) => `contact-${String(index).padStart(5, "0")}`;

/** The status of the session at that place, before anybody has ended it. */
export const statusAt = (index) => STATUSES[index % STATUSES.length];

/** A data source of so many sessions, which keeps what it was told in `ended`, by contact. */
export function floor(count) {
  const now = Date.now();
  const ended = [];
  const rows = Array.from({ length: count }, (_, index) => ({
    id: `agent_transfer:uuid-${index}:conversation-${index}:chat`,
    contactId: contactAt(index),
    agentName: `Assistant ${index % 9}`,
    provider: PROVIDERS[index % PROVIDERS.length],
    channel: index % 4 === 0 ? "voice" : "chat",
    status: statusAt(index),
    queue: QUEUES[index % QUEUES.length],
    createdAt: now - (index % 50) * MINUTE,
    updatedAt: now - (index % 3) * 1000,
    metadata: { tier: index % 2 === 0 ? "gold" : "silver", place: index },
    providerData: { accessToken: "hush", caseId: `5003${index}` },
  }));
  return {
    ended,
    async list() {
      return rows;
    },
    async end(session) {
      ended.push(session.contactId);
      const index = rows.findIndex(({ id }) => id === session.id);
      rows[index] = { ...rows[index], status: "ended", updatedAt: Date.now() };
    },
  };
}
