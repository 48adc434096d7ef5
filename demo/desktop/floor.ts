import { AGENTS, isMessage, type Agent, type ToDesktop, type ToFloor } from "./messages.js";

interface Desktop {
  readonly agent: Agent;
  readonly frame: HTMLIFrameElement;
  readonly origin: string;
  /** Names the document that is in the frame, or on its way. */
  load: string;
  ready: boolean;
  connected: boolean;
}

/**
 * The contact-centre platform: knows who is in the conversation, and tells every desktop, as platforms do. It knows
 * nothing of transfers to an SDK; that is the trackers' part.
 */
export class Floor {
  readonly desktops: readonly Desktop[];
  /** In the conversation, in order of joining. */
  present: Agent[] = [];
  dropped = false;
  #conversation = "";
  #toEnd: Desktop[] = [];
  #loads = 0;
  readonly #onHeard: (desktop: string, json: string, complaint: string | undefined) => void;
  readonly #onChange: () => void;

  constructor(
    frames: readonly HTMLIFrameElement[],
    onHeard: (desktop: string, json: string, complaint: string | undefined) => void,
    onChange: () => void,
  ) {
    this.#onHeard = onHeard;
    this.#onChange = onChange;
    this.desktops = frames.map((frame, index) => ({
      agent: AGENTS[index]!,
      frame,
      origin: originOf(index + 1),
      load: "",
      ready: false,
      connected: false,
    }));
    addEventListener("message", (event) => this.#receive(event));
  }

  /** Whether every desktop has an origin, and so a storage, of its own. */
  get apart(): boolean {
    return this.desktops.every(({ origin }) => origin !== location.origin);
  }

  get ready(): boolean {
    return this.desktops.every(({ ready }) => ready);
  }

  /** Whether nothing loads, and no socket is still to come up for the first time. */
  get settled(): boolean {
    return this.desktops.every(({ connected }) => connected);
  }

  /** Another conversation, from the start. */
  begin(): void {
    this.present = [];
    this.#toEnd = [];
    this.dropped = false;
    this.#conversation = `demo-${Date.now().toString(36)}`;
    for (const desktop of this.desktops) this.#load(desktop);
    this.#onChange();
  }

  join(index: number): void {
    const agent = AGENTS[index]!;
    if (!this.present.includes(agent)) this.present = [...this.present, agent];
    this.dropped = false;
    this.#tellAll({ kind: "joined", agent });
  }

  leave(index: number): void {
    const agent = AGENTS[index]!;
    this.present = this.present.filter((other) => other !== agent);
    this.#tellAll({ kind: "left", agent });
  }

  drop(): void {
    this.present = [];
    this.dropped = true;
    this.#tellAll({ kind: "dropped" });
  }

  /**
   * The newest desktop hears it first, and the next one when that has spoken: whoever leads is the last to leave.
   * Nothing else could bring exits from two machines into one order.
   */
  end(): void {
    this.#toEnd = this.desktops.toSorted((a, b) => this.present.indexOf(b.agent) - this.present.indexOf(a.agent));
    this.present = [];
    this.dropped = false;
    this.#endNext();
    this.#onChange();
  }

  #endNext(): void {
    const desktop = this.#toEnd.shift();
    if (desktop) this.tell(desktop, { kind: "ended" });
  }

  socket(index: number, up: boolean): void {
    this.tell(this.desktops[index]!, { kind: "socket", up });
  }

  reload(index: number): void {
    this.#load(this.desktops[index]!);
    this.#onChange();
  }

  tell(desktop: Desktop, message: ToDesktop): void {
    desktop.frame.contentWindow?.postMessage(message, desktop.origin);
  }

  #tellAll(message: ToDesktop): void {
    for (const desktop of this.desktops) this.tell(desktop, message);
    this.#onChange();
  }

  #load(desktop: Desktop): void {
    desktop.ready = false;
    desktop.connected = false;
    // A changed address is what makes a frame of another origin load again.
    this.#loads += 1;
    desktop.load = String(this.#loads);
    const query = new URLSearchParams({
      agent: desktop.agent.identity,
      conversation: this.#conversation,
      floor: location.origin,
      load: desktop.load,
    });
    desktop.frame.src = `${desktop.origin}${new URL("./desktop-agent.html", location.href).pathname}?${query}`;
  }

  #receive(event: MessageEvent): void {
    const desktop = this.desktops.find(({ frame }) => frame.contentWindow === event.source);
    if (!desktop || event.origin !== desktop.origin || !isMessage(event.data)) return;
    const message = event.data as ToFloor;
    if (message.kind === "heard") this.#onHeard(desktop.agent.name, message.json, message.complaint);
    if (message.kind === "over") this.#endNext();
    if ((message.kind !== "ready" && message.kind !== "connected") || message.load !== desktop.load) return;
    desktop[message.kind] = true;
    if (message.kind === "connected") return;
    const { theme = "auto" } = document.documentElement.dataset;
    this.tell(desktop, { kind: "theme", theme, dir: document.documentElement.dir });
    // A desktop that starts, or starts again, asks the platform who is in; those calls are what brings a redial.
    for (const agent of this.present) this.tell(desktop, { kind: "joined", agent });
    this.#onChange();
  }
}

/** `agent-1.localhost` is the machine itself in every browser, and another origin; elsewhere there is only one. */
function originOf(number: number): string {
  const local = location.hostname === "localhost" || location.hostname === "127.0.0.1";
  return local ? `${location.protocol}//agent-${number}.localhost:${location.port}` : location.origin;
}
