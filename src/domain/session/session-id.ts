/** What a well-formed session id says about its session. */
export interface SessionIdParts {
  readonly uuid: string;
  /** The conversation's own session id; may itself contain colons. */
  readonly conversationId: string;
  readonly channel: string;
}

const SESSION_ID = /^agent_transfer:([^:]+):(.+):([^:]+)$/s;

/**
 * Takes a composite session id (`agent_transfer:<uuid>:<conversationSessionId>:<channel>`) apart.
 *
 * @returns the parts, or `undefined` where the id has another form and must be treated as opaque.
 */
export function parseSessionId(id: string): SessionIdParts | undefined {
  const match = typeof id === "string" ? SESSION_ID.exec(id) : null;
  if (!match) return undefined;
  const [, uuid, conversationId, channel] = match;
  return { uuid: uuid!, conversationId: conversationId!, channel: channel! };
}
