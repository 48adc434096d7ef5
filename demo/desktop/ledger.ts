/** One event as the agent-assist server heard it. */
export interface Heard {
  readonly at: number;
  /** Which desktop's SDK passed it on. */
  readonly desktop: string;
  readonly transfertype: string;
  readonly transition: string;
  readonly identity: string;
  readonly name: string;
  /** What the guide does not allow, in one sentence. */
  readonly complaint: string | undefined;
}

interface Payload {
  readonly transfertype: string;
  readonly transition: string;
  readonly participant: { readonly identity: string; readonly name: string };
}

/**
 * Stands in for the server behind the SDKs: writes down the segments of one conversation by the guide's rules, and
 * complains where they are broken.
 */
export class Ledger {
  readonly heard: Heard[] = [];
  readonly #inside = new Set<string>();
  #over = false;

  /** @param complaint what the SDK itself did not like. */
  write(desktop: string, json: string, complaint: string | undefined, at: number): void {
    const { transfertype, transition, participant } = JSON.parse(json) as Payload;
    const { identity, name } = participant;
    const wrong = complaint ?? this.#judge(transfertype, transition, identity);
    if (transition === "entry") this.#inside.add(identity);
    else this.#inside.delete(identity);
    if (transfertype === "NA" && transition === "exit") this.#over = true;
    if (transfertype === "redial") this.#over = false;
    this.heard.push({ at, desktop, transfertype, transition, identity, name, complaint: wrong });
  }

  clear(): void {
    this.heard.length = 0;
    this.#inside.clear();
    this.#over = false;
  }

  #judge(transfertype: string, transition: string, identity: string): string | undefined {
    const inside = this.#inside.has(identity);
    const first = this.heard.length === 0;
    if (transition === "exit") {
      if (!inside) return "This agent is not in the conversation.";
      const last = transfertype === "NA" && this.#inside.size > 1;
      return last ? "NA exit belongs to the last agent; somebody is left." : undefined;
    }
    if (first) return transfertype === "NA" ? undefined : "A conversation starts with NA entry.";
    if (transfertype === "NA") return "A second NA entry opens a second segment.";
    if (inside && transfertype !== "redial") return "This agent is in already; coming back is a redial.";
    return this.#over && transfertype !== "redial" ? "The conversation is over." : undefined;
  }
}
