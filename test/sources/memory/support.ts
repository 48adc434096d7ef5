import {
  memoryDataSource,
  type MemoryDataSource,
  type MemoryDataSourceOptions,
} from "../../../src/sources/memory/memory-data-source.js";

export const START = Date.UTC(2026, 2, 9, 10, 0, 0);
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** A wire row of the simulation, as far as the tests read it. */
export interface Row {
  readonly id: string;
  readonly contactId: string;
  readonly agentName: string;
  readonly provider: string;
  readonly channel: string;
  readonly status: string;
  readonly queue?: string;
  readonly providerSessionId?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly endedAt?: string;
  readonly ttlMinutes?: number;
  readonly metadata: Record<string, unknown>;
  readonly providerData?: Record<string, unknown>;
}

export const request = { signal: new AbortController().signal };

/** A source whose clock stands still until it is told to move. */
export class TestFloor {
  readonly clock = { time: START, now: () => this.clock.time };
  readonly source: MemoryDataSource;

  constructor(options: Omit<MemoryDataSourceOptions, "clock"> = {}, start = START) {
    this.clock.time = start;
    this.source = memoryDataSource({ ...options, clock: this.clock });
  }

  pass(milliseconds: number): this {
    this.clock.time += milliseconds;
    return this;
  }

  /** The whole list. */
  async rows(): Promise<Row[]> {
    const answer = await this.source.list(request);
    if (!("sessions" in answer)) throw new Error("a whole list was expected");
    return answer.sessions as Row[];
  }

  async ids(): Promise<string[]> {
    return (await this.rows()).map((row) => row.id);
  }
}

/** A wire row to start with. */
export function givenRow(row: Partial<Row> & { id?: string } = {}): Partial<Row> {
  const at = new Date(START).toISOString();
  return {
    id: "agent_transfer:u:c:chat",
    provider: "genesys",
    channel: "chat",
    status: "active",
    createdAt: at,
    updatedAt: at,
    ...row,
  };
}

/** What `promise` was rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<{ kind?: string; status?: number; name?: string }> {
  try {
    await promise;
  } catch (error) {
    return error as { kind?: string; status?: number; name?: string };
  }
  throw new Error("a rejection was expected");
}
