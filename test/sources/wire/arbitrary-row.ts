import * as fc from "fast-check";

/** Any value, leaning to what a field might really hold. */
const value = fc.oneof(
  { weight: 4, arbitrary: fc.string() },
  {
    weight: 2,
    arbitrary: fc.constantFrom("", "  ", "\u00a0", "chat", "active", "2026-03-01T12:00:00Z", "yesterday", "1"),
  },
  { weight: 2, arbitrary: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()) },
  { weight: 2, arbitrary: fc.double() },
  { weight: 2, arbitrary: fc.integer() },
  fc.constant(null),
  fc.constant(undefined),
  fc.anything(),
  fc.record({ id: fc.anything(), name: fc.string() }),
);

const text = fc.string({ minLength: 1 });
const id = fc.oneof(text, fc.maxSafeInteger(), fc.bigInt());
const time = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.integer({ min: 0, max: 4e12 }),
);
const agent = fc.oneof(text, fc.record({ id, name: text }, { requiredKeys: [] }));

const FIELDS = {
  id: text,
  sessionId: text,
  contactId: id,
  agentName: text,
  agentId: id,
  agent,
  provider: text,
  channel: text,
  status: text,
  state: text,
  queue: text,
  providerSessionId: id,
  createdAt: time,
  updatedAt: time,
  endedAt: time,
  ttlMinutes: fc.nat(),
  metadata: fc.jsonValue(),
  providerData: fc.jsonValue(),
} as const;

/** Rows of which most are right, with any field missing. */
export const likelyRow = fc.record(FIELDS, { requiredKeys: ["id", "provider", "channel", "status"] });

/** Rows in which any field may hold anything. */
export const anyRow = fc.oneof(
  fc
    .tuple(likelyRow, fc.dictionary(fc.constantFrom(...Object.keys(FIELDS)), value))
    .map((parts) => Object.assign({}, ...parts) as Record<string, unknown>),
  fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(FIELDS)), fc.string()), value),
);
