/**
 * What the simulated providers return. All of it is invented: no provider's real answer is documented in public. The
 * shapes differ from one provider to the next, nest, and carry keys that look like credentials, since real ones do.
 */
import type { KnownStatus } from "../../domain/session/status.js";
import type { Channel, Provider } from "./catalogue.js";
import { digits, hex, uuid } from "./identifiers.js";
import type { Random } from "./random.js";

/** What one transfer's data is made from; drawn once, so that the data keeps still while the session moves. */
export interface ProviderFacts {
  readonly provider: Provider;
  readonly channel: Channel;
  readonly providerSessionId: string;
  readonly queue: string | undefined;
  readonly skills: readonly string[];
  readonly language: string;
  readonly humanAgent: string;
  readonly humanAgentId: string;
  /** Place in the queue. */
  readonly position: number;
  readonly number: string;
  readonly reference: string;
  readonly secret: string;
}

export function drawProviderFacts(
  random: Random,
  known: Pick<ProviderFacts, "provider" | "channel" | "providerSessionId" | "queue" | "language" | "humanAgent">,
): ProviderFacts {
  return {
    ...known,
    skills: [known.language, random.pick(["service", "sales", "claims", "technical"])],
    humanAgentId: hex(random, 8),
    position: random.between(1, 9),
    number: digits(random, 7),
    reference: uuid(random),
    // Made to look like one and to open nothing.
    secret: `example-${hex(random, 24)}`,
  };
}

/** JSON as the provider would answer while the session has this status. */
export function providerData(facts: ProviderFacts, status: KnownStatus): Record<string, unknown> {
  return SHAPES[facts.provider](facts, status);
}

type Shape = (facts: ProviderFacts, status: KnownStatus) => Record<string, unknown>;

const SERVICENOW_STATES: Readonly<Record<KnownStatus, string>> = {
  pending: "draft",
  queued: "waiting",
  active: "work_in_progress",
  post_agent: "wrap_up",
  ended: "closed",
};

const SHAPES: Readonly<Record<Provider, Shape>> = {
  smartassist: (facts, status) => ({
    conversationId: facts.providerSessionId,
    accountId: `acc-${facts.number}`,
    queue: facts.queue === undefined ? null : { name: facts.queue, position: waiting(facts, status) },
    skills: facts.skills.map((name) => ({ name, level: name.length })),
    agent: answered(status) ? { id: facts.humanAgentId, name: facts.humanAgent } : null,
    jwtToken: facts.secret,
    csat: status === "post_agent" || status === "ended" ? { asked: true, form: "csat-5" } : { asked: false },
  }),
  salesforce: (facts, status) => ({
    [facts.channel === "email" ? "caseId" : "messagingSessionId"]: facts.providerSessionId,
    caseNumber: `0${facts.number}`,
    queuePosition: waiting(facts, status),
    owner: answered(status) ? { id: `0055g0000${facts.humanAgentId.slice(0, 6)}AAA`, name: facts.humanAgent } : null,
    accessToken: facts.secret,
    skills: facts.skills,
    routing: { type: "QueueBased", queue: facts.queue ?? null, weight: facts.position },
  }),
  servicenow: (facts, status) => ({
    sys_id: facts.providerSessionId,
    number: `IMS${facts.number}`,
    state: SERVICENOW_STATES[status],
    assigned_to: answered(status) ? { display_value: facts.humanAgent, value: facts.humanAgentId } : null,
    assignment_group: facts.queue ?? null,
    u_context: [
      ["language", facts.language],
      ["skills", facts.skills],
      [
        "trail",
        [
          ["bot", "1"],
          ["desk", "2"],
        ],
      ],
    ],
    session_cookie: facts.secret,
  }),
  five9: (facts, status) => ({
    sessionId: facts.providerSessionId,
    campaign: facts.channel === "campaign" ? `Recall-${facts.number.slice(0, 2)}` : "Inbound",
    dispositions: status === "ended" ? ["Resolved"] : [],
    agent: answered(status) ? { fullName: facts.humanAgent, agentId: Number(facts.number) } : null,
    variables: { "Call.skill": facts.queue ?? "", "Call.language": facts.language },
    apiKey: facts.secret,
    ewt: waiting(facts, status) === null ? null : { seconds: facts.position * 35 },
  }),
  genesys: (facts, status) => ({
    conversationId: facts.providerSessionId,
    participants: [
      { purpose: "customer", sessions: [{ media: facts.channel, direction: "inbound" }] },
      { purpose: "acd", queueName: facts.queue ?? null, skills: facts.skills, position: waiting(facts, status) },
      ...(answered(status) ? [{ purpose: "agent", name: facts.humanAgent, userId: facts.reference }] : []),
    ],
    divisions: [{ id: facts.reference.slice(0, 8), entities: [["queue", facts.queue ?? null]] }],
    authorization: `Bearer ${facts.secret}`,
    wrapUp: status === "ended" ? { code: "resolved", notes: "" } : null,
  }),
};

/** Place in the queue while there is one. */
function waiting(facts: ProviderFacts, status: KnownStatus): number | null {
  return status === "queued" ? facts.position : null;
}

function answered(status: KnownStatus): boolean {
  return status === "active" || status === "post_agent";
}
