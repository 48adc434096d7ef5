/**
 * The records of a busy floor, as a server would answer them: about 540 bytes each, the same for the same number of
 * rows. Times move with a clock that the benchmark turns by hand.
 */

const AGENTS = [
  "Billing assistant",
  "Order desk",
  "Claims intake",
  "Returns",
  "Travel help",
  "Card services",
  "Triage",
];
const QUEUES = ["Billing", "Tier 1", "Tier 2", "Claims EMEA", "Claims US", "VIP", "Retention", "Night desk"];
const PROVIDERS = ["smartassist", "salesforce", "servicenow", "five9", "genesys"];
const CHANNELS = ["chat", "messaging", "email", "campaign", "voice"];
const STATUSES = ["pending", "queued", "active", "post_agent", "ended"];

export const START = Date.UTC(2026, 4, 12, 9, 30);
const HOUR = 3_600_000;

/** Rows at the top of the list that change with every poll: what is seen has to be written, not only compared. */
const SEEN = 3;

function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export class Records {
  #random = randomOf(20260512);
  #rows;
  #count = 0;
  #spell;

  /** @param spell what else happens to the text of a list. */
  constructor(count, spell = (text) => text) {
    this.#spell = spell;
    this.#rows = Array.from({ length: count }, () => this.#make(START - Math.floor(this.#random() * 3 * HOUR)));
  }

  /** The whole list as JSON text. */
  whole(now) {
    return this.#spell(JSON.stringify({ sessions: this.#rows, cursor: String(now), serverTime: now }));
  }

  /** Moves a number of rows on, some of them among the first. @returns those rows. */
  change(count, now) {
    const changed = new Set();
    for (let index = 0; changed.size < Math.min(count, SEEN); index++) changed.add(this.#rows[index]);
    while (changed.size < count) changed.add(this.#rows[this.#pick()]);
    for (const row of changed) {
      row.status = STATUSES[(STATUSES.indexOf(row.status) + 1) % STATUSES.length];
      row.updatedAt = new Date(now).toISOString();
      row.metadata.messages++;
    }
    return [...changed];
  }

  /** Lets a number of sessions leave and as many come. */
  turnOver(count, now) {
    const removed = [];
    for (let turn = 0; turn < count; turn++) removed.push(this.#rows.splice(this.#pick(), 1)[0].id);
    const added = Array.from({ length: count }, () => this.#make(now));
    this.#rows.push(...added);
    return { removed, added };
  }

  #pick() {
    return SEEN + Math.floor(this.#random() * (this.#rows.length - SEEN));
  }

  #hex(length) {
    let text = "";
    while (text.length < length)
      text += Math.floor(this.#random() * 2 ** 32)
        .toString(16)
        .padStart(8, "0");
    return text.slice(0, length);
  }

  #uuid() {
    return [8, 4, 4, 4, 12].map((length) => this.#hex(length)).join("-");
  }

  #of(list) {
    return list[Math.floor(this.#random() * list.length)];
  }

  #make(createdAt) {
    const number = this.#count++;
    const channel = this.#of(CHANNELS);
    const provider = this.#of(PROVIDERS);
    const agent = this.#of(AGENTS);
    return {
      id: `agent_transfer:${this.#uuid()}:${this.#hex(20)}:${channel}`,
      contactId: this.#uuid(),
      agentName: agent,
      agentId: `agt_${AGENTS.indexOf(agent)}`,
      provider,
      channel,
      status: this.#of(STATUSES.slice(0, 4)),
      queue: this.#of(QUEUES),
      providerSessionId: `${provider}-${this.#hex(16)}`,
      createdAt: new Date(createdAt).toISOString(),
      updatedAt: new Date(createdAt + 60_000).toISOString(),
      metadata: { locale: "en-US", messages: number % 40, priority: number % 5, intents: ["refund", "address"] },
      providerData: { caseNumber: `CS-${100_000 + number}`, region: this.#of(["eu", "us", "ap"]), skill: { level: 2 } },
    };
  }
}
