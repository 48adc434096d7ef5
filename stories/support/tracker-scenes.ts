import type { AgentTransferTrackerElement } from "../../src/elements/agent-transfer-tracker/agent-transfer-tracker.element.js";

/** One thing that happens in a story. */
export type Scene = (tracker: AgentTransferTrackerElement, sdk: StorySdk) => unknown;

/** Takes events, or throws; says when its socket is up. */
export class StorySdk {
  broken = false;
  readonly #listeners = new Set<() => void>();

  internalTransfer(): void {
    if (this.broken) throw new Error("The socket is closed.");
  }

  on(_name: string, listener: () => void): void {
    this.#listeners.add(listener);
  }

  off(_name: string, listener: () => void): void {
    this.#listeners.delete(listener);
  }

  up(): void {
    for (const listener of this.#listeners) listener();
  }
}

const NAMES = ["Ines Moreau", "Bram de Vries", "Oluwaseun Adeyemi"];

export function agent(number: 1 | 2 | 3): { identity: string; name: string } {
  return { identity: `agentId${number}`, name: NAMES[number - 1]! };
}

const followed = new WeakSet<Element>();

/** Plays the scenes once, each when the one before has been decided and tried. */
export async function follow(tracker: AgentTransferTrackerElement, scenes: readonly Scene[]): Promise<void> {
  if (followed.has(tracker)) return;
  followed.add(tracker);
  await tracker.updateComplete;
  for (const scene of scenes) {
    await scene(tracker, tracker.sdk as StorySdk);
    // Far enough apart for the timeline to have lengths to show.
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
}
