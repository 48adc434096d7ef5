// What each of these apps shows: two floors, a column and an action of its own, and an SDK that writes down what it hears.
import type { TransferColumn, TransferRowAction } from "handoff-elements";
import { memoryDataSource } from "handoff-elements/sources/memory";

const COUNT = 12;

const floor = (name: string) =>
  memoryDataSource({
    sessions: Array.from({ length: COUNT }, (_, index) => ({
      id: `agent_transfer:${name}-${index}:conversation-${index}:chat`,
      contactId: `${name}-${String(index).padStart(2, "0")}`,
      provider: "genesys",
      channel: "chat",
      status: "queued",
      createdAt: new Date(Date.now() - index * 60_000).toISOString(),
      metadata: { tier: index % 2 === 0 ? "gold" : "silver" },
    })),
  });

export const north = floor("north");
export const south = floor("south");

export const columns: readonly TransferColumn[] = [
  { id: "tier", label: "Tier", value: ({ metadata }) => (metadata as { tier?: string } | undefined)?.tier, width: 96 },
];

/** @param tell writes a line. */
export const rowActions = (tell: (line: string) => void): readonly TransferRowAction[] => [
  { id: "note", label: "Note", run: ({ contactId }) => tell(`noted ${contactId}`) },
];

/** Stands for the SDK of an agent-assist product. */
export class StandInSdk {
  readonly #listeners = new Set<() => void>();
  readonly #tell: (line: string) => void;

  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  on(name: string, listener: () => void): void {
    if (name === "ON_SOCKET_CONNECTION") this.#listeners.add(listener);
  }

  internalTransfer({ transfertype, transition }: { transfertype: string; transition: string }): void {
    this.#tell(`${transfertype} ${transition}`);
  }

  connect(): void {
    for (const listener of this.#listeners) listener();
  }
}
