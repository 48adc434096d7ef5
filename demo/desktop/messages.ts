/*
 * What the floor (the outer page) and the desktops (frames of other origins) tell each other. Both sides check who
 * speaks before they look at what is said.
 */
export interface Agent {
  readonly identity: string;
  readonly name: string;
}

/** From the floor to a desktop. */
export type ToDesktop =
  | { readonly kind: "joined"; readonly agent: Agent }
  | { readonly kind: "left"; readonly agent: Agent }
  | { readonly kind: "dropped" }
  | { readonly kind: "ended" }
  | { readonly kind: "socket"; readonly up: boolean }
  | { readonly kind: "theme"; readonly theme: string; readonly dir: string };

/** From a desktop to the floor. */
export type ToFloor =
  | { readonly kind: "ready"; readonly load: string }
  /** Its socket has come up for the first time. */
  | { readonly kind: "connected"; readonly load: string }
  /** It has told its SDK of the end. */
  | { readonly kind: "over" }
  /** Its agent-assist SDK was told something; `json` is the payload to the letter. */
  | { readonly kind: "heard"; readonly json: string; readonly complaint?: string };

export const AGENTS: readonly Agent[] = [
  { identity: "agentId1", name: "Ines Moreau" },
  { identity: "agentId2", name: "Bram de Vries" },
];

export function isMessage(data: unknown): data is { readonly kind: string } {
  return typeof data === "object" && data !== null && typeof (data as { kind?: unknown }).kind === "string";
}
