/**
 * One handoff of a conversation from an AI agent to a human agent on a provider.
 *
 * All times are epoch milliseconds. `provider`, `channel` and `status` are open lists: any text is legal and is shown
 * as it is; `""` means that the record has none, or none that can be read: then {@link TransferSession.issues} says so.
 */
export interface TransferSession {
  /** `agent_transfer:<uuid>:<conversationSessionId>:<channel>`; opaque where it does not match. */
  readonly id: string;
  readonly contactId?: string;
  /** The AI agent that handed the conversation off. */
  readonly agentName?: string;
  readonly agentId?: string;
  /** `smartassist`, `salesforce`, `servicenow`, `five9`, `genesys`, or any other text. */
  readonly provider: string;
  /** `chat`, `messaging`, `email`, `campaign`, `voice`, or any other text. */
  readonly channel: string;
  /** `pending`, `queued`, `active`, `post_agent`, `ended`, or any other text. */
  readonly status: string;
  readonly queue?: string;
  /** The provider's own id for this transfer. */
  readonly providerSessionId?: string;
  readonly createdAt?: number;
  /** Last activity; every message moves it. */
  readonly updatedAt?: number;
  readonly endedAt?: number;
  /** Minutes of inactivity before this one session is removed; 0 = never. Overrides the channel's setting. */
  readonly ttlMinutes?: number;
  /** Platform-level JSON. */
  readonly metadata?: unknown;
  /** JSON that the provider returned. */
  readonly providerData?: unknown;
  /** Fields of the record that could not be read. Absent when all could. */
  readonly issues?: readonly FieldIssue[];
}

/** One field of a record that could not be read; the row stays, without that field. */
export interface FieldIssue {
  /** Canonical field name, such as `createdAt`. */
  readonly field: string;
  /** `invalid`: of the wrong type, or not readable. */
  readonly code: "invalid";
  /** One English sentence for a person who diagnoses the feed. */
  readonly message: string;
}

/** A record that could not become a row: it is no object, or has no id. */
export interface QuarantinedRecord {
  /** Place in the list that it came in. */
  readonly index: number;
  /** One English sentence that says what is wrong. */
  readonly reason: string;
  /** The record as it came. */
  readonly value: unknown;
}

/**
 * Identifies a row. A platform may reuse an id for a later session of the same contact, so the time of creation is
 * part of the key.
 */
export function sessionKey(session: Pick<TransferSession, "id" | "createdAt">): string {
  return session.createdAt === undefined ? session.id : `${session.id}\n${session.createdAt}`;
}
