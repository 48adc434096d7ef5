import * as fc from "fast-check";
import type { TransferSession } from "../../../src/domain/session/session.js";

/** Texts that a feed or a host could send: short ones that collide, odd ones, halves of surrogate pairs. */
export const anyText = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "a",
    "A",
    "ä",
    "b",
    "a2",
    "a10",
    "ended",
    "__proto__",
    "toString",
    "\ud800",
    "ß",
    "SS",
    "\0",
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);

const anyTime = fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: undefined });
const maybeText = fc.option(anyText, { nil: undefined });

export const anySession: fc.Arbitrary<TransferSession> = fc
  .record({
    id: anyText,
    contactId: maybeText,
    agentName: maybeText,
    agentId: maybeText,
    provider: anyText,
    channel: anyText,
    status: fc.oneof(fc.constantFrom("pending", "queued", "active", "post_agent", "ended"), anyText),
    queue: maybeText,
    providerSessionId: maybeText,
    createdAt: anyTime,
    updatedAt: anyTime,
    endedAt: anyTime,
  })
  // Absent fields are absent, not undefined.
  .map((fields) => JSON.parse(JSON.stringify(fields)) as TransferSession);

const anyColumn = fc.constantFrom(
  "contact",
  "agent",
  "provider",
  "channel",
  "status",
  "queue",
  "duration",
  "expires",
  "created",
  "updated",
  "id",
  "host",
  "nobody",
  "__proto__",
  "toString",
);

export const anySort = fc.uniqueArray(
  fc.record({ by: anyColumn, direction: fc.constantFrom("ascending" as const, "descending" as const) }),
  { selector: ({ by }) => by, maxLength: 4 },
);

const lists = fc.array(anyText, { minLength: 1, maxLength: 4 });

/** Views as a host may write them; most come out of cleaning as they are. */
export const anyView = fc.record(
  {
    text: anyText,
    status: lists,
    channel: lists,
    provider: lists,
    agent: lists,
    queue: lists,
    attention: fc.boolean(),
    sort: anySort,
    columns: lists,
    widths: fc.dictionary(anyText, fc.oneof(fc.integer({ min: 0, max: 2100 }), fc.double())),
    density: fc.constantFrom("comfortable" as const, "compact" as const),
  },
  { requiredKeys: [] },
);
