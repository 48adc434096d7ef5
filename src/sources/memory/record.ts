import type { KnownStatus } from "../../domain/session/status.js";
import { AI_AGENTS, HUMAN_AGENTS, LANGUAGES, TIERS } from "./catalogue.js";
import { hex, providerSessionId, sessionId, uuid } from "./identifiers.js";
import type { Life } from "./life.js";
import { drawProviderFacts, providerData, type ProviderFacts } from "./provider-data.js";
import type { Random } from "./random.js";

/** Who came: what stays the same when a contact comes back. */
export interface Identity {
  readonly id: string;
  readonly contactId: string;
  readonly agentName: string;
  readonly agentId: string;
  readonly queue: string | undefined;
  readonly reason: string;
  readonly language: string;
  readonly tier: string;
}

/** All of a simulated session that does not move. */
export interface SessionRecord extends Identity {
  readonly provider: string;
  readonly channel: string;
  readonly providerSessionId: string;
  readonly ttlMinutes: number | undefined;
  readonly facts: ProviderFacts;
  /** Platform-level JSON without what moves; invented, like the provider's. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** What moves. Times are epoch milliseconds. */
export interface Progress {
  readonly status: KnownStatus;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly endedAt?: number;
  readonly messages: number;
  /** Whether the provider ever took the transfer. */
  readonly taken: boolean;
}

export function drawIdentity(random: Random, life: Life): Identity {
  const agent = random.pick(AI_AGENTS);
  return {
    id: sessionId(random, life.channel),
    contactId: uuid(random),
    agentName: agent.name,
    agentId: `aia_${agent.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_")}`,
    queue: random.chance(0.92) ? random.pick(agent.queues) : undefined,
    reason: random.pick(agent.reasons),
    language: random.pick(LANGUAGES),
    tier: random.pick(TIERS),
  };
}

export function drawRecord(random: Random, identity: Identity, { provider, channel }: Life): SessionRecord {
  const ownId = providerSessionId(random, provider, channel);
  return {
    ...identity,
    provider,
    channel,
    providerSessionId: ownId,
    ttlMinutes: channel !== "voice" && random.chance(0.03) ? random.pick([10, 15, 120]) : undefined,
    facts: drawProviderFacts(random, {
      provider,
      channel,
      providerSessionId: ownId,
      queue: identity.queue,
      language: identity.language,
      humanAgent: random.pick(HUMAN_AGENTS),
    }),
    metadata: {
      project: "care-eu",
      abl: { block: random.pick(["HANDOFF", "HANDOFF", "DELEGATE"]), agent: identity.agentId, version: "3.2" },
      reason: identity.reason,
      language: identity.language,
      customer: { tier: identity.tier, returning: random.chance(0.4) },
      intents: [
        { name: identity.reason.replaceAll(" ", "_"), confidence: random.between(41, 97) / 100 },
        { name: "small_talk", confidence: random.between(2, 30) / 100 },
      ],
      inboxTask: `task-${hex(random, 8)}`,
    },
  };
}

/** The row as the platform would send it: ISO 8601 times, and nothing of the provider's before it has taken over. */
export function wireRow(record: SessionRecord, progress: Progress): Record<string, unknown> {
  return {
    id: record.id,
    contactId: record.contactId,
    agentName: record.agentName,
    agentId: record.agentId,
    provider: record.provider,
    channel: record.channel,
    status: progress.status,
    ...(progress.taken && record.queue !== undefined ? { queue: record.queue } : {}),
    ...(progress.taken ? { providerSessionId: record.providerSessionId } : {}),
    createdAt: iso(progress.createdAt),
    updatedAt: iso(progress.updatedAt),
    ...(progress.endedAt === undefined ? {} : { endedAt: iso(progress.endedAt) }),
    ...(record.ttlMinutes === undefined ? {} : { ttlMinutes: record.ttlMinutes }),
    metadata: { ...record.metadata, messages: progress.messages },
    ...(progress.taken ? { providerData: providerData(record.facts, progress.status) } : {}),
  };
}

/** ISO 8601 text in UTC of epoch milliseconds. */
export function iso(time: number): string {
  return new Date(time).toISOString();
}
