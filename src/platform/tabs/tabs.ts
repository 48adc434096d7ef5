import { reasonOf } from "../reason-of.js";
import type { TabChannel, TabLocks, TabsEnvironment } from "./tabs-environment.js";

/** How long a document that has just got the lock waits for what the others know. A frozen tab never answers. */
export const CATCH_UP_LIMIT = 250;

/** What the documents that follow the same thing ask of their store. */
interface TabHost {
  /** What tabs do without locks and channels, for a warning. */
  readonly loss: string;
  /** Whether this document has something to do as the one that acts for all. */
  wantsLock(): boolean;
  receive(message: unknown): void;
  /** This document acts for all from now on, until {@link lost}. */
  granted(): void;
  lost(): void;
}

/**
 * One document among those that follow the same thing: exactly one of them holds the lock. Without locks or channels
 * this document is alone and always holds it.
 */
export class Tabs {
  readonly #environment: TabsEnvironment;
  readonly #name: string;
  readonly #host: TabHost;
  #locks: TabLocks | undefined;
  #channel: TabChannel | undefined;
  #seeking: AbortController | undefined;
  #sharedLock: AbortController | undefined;
  #leave: (() => void) | undefined;
  #counted = false;
  #letGo: (() => void) | undefined;
  #answered: ((helloId: string) => void) | undefined;
  #helloId: string | undefined;
  #alone: boolean;
  #holding = false;
  /** The lock has come, and the others are being heard. */
  #entered = false;
  /** Another document has been heard of. */
  #company = false;

  /** `name` undefined: no other document follows the same thing. */
  constructor(environment: TabsEnvironment, name: string | undefined, host: TabHost) {
    this.#environment = environment;
    this.#name = name ?? "";
    this.#host = host;
    this.#alone = name === undefined;
  }

  get holding(): boolean {
    return this.#holding;
  }

  /** Joins the others. Calls `granted` at once where there can be none. */
  start(): void {
    if (this.#channel || (this.#alone && this.#holding)) return;
    if (!this.#alone) this.#open();
    if (this.#alone) {
      this.#holding = true;
      this.#host.granted();
      return;
    }
    this.#beCounted();
    this.post({ type: "hello", id: this.#environment.uniqueId() });
    this.review();
  }

  /** Lets the lock go, also where no other document wants it, but goes on listening and answering. */
  rest(): void {
    if (this.#alone) return;
    this.#seeking?.abort();
    this.#seeking = undefined;
    this.#release();
  }

  /** Leaves the others; the lock is let go. */
  stop(): void {
    if (this.#alone) return;
    this.rest();
    this.#sharedLock?.abort();
    this.#sharedLock = undefined;
    this.#leave?.();
    this.#leave = undefined;
    this.#channel?.close();
    this.#channel = undefined;
  }

  /** Seeks the lock or lets it go, as the host wants now. */
  review(): void {
    if (this.#alone || !this.#channel) return;
    const wants = this.#host.wantsLock();
    // Alone it keeps the lock, which no other document can want: then everything goes out at once, even in `pagehide`.
    if (this.#holding && !wants) {
      if (this.#company) this.#release();
    } else if (wants && !this.#seeking) this.#seek();
    else if (!wants && this.#seeking && !this.#holding) {
      this.#seeking.abort();
      this.#seeking = undefined;
    }
  }

  /** Takes the lock from a document that no longer answers. */
  steal(): void {
    if (this.#alone || !this.#channel || this.#holding || this.#entered) return;
    this.#seeking?.abort();
    this.#seek(true);
  }

  /** Tells the other documents. @param plainer the same for a channel that cannot take it as it is. */
  post(message: object, plainer?: () => object): void {
    try {
      this.#channel?.post(message);
    } catch (error) {
      if (plainer) this.post(plainer());
      else this.#environment.warn(`other tabs cannot be told (${reasonOf(error)}).`);
    }
  }

  /** Whether this document has just got the lock, and waits for answers to this `hello`. */
  awaits(helloId: string): boolean {
    return this.#helloId === helloId;
  }

  /** Another document has answered a `hello`; what it had said before has been heard by now. */
  answered(helloId: string): void {
    this.#answered?.(helloId);
  }

  #open(): void {
    try {
      this.#locks = this.#environment.locks();
      if (this.#locks) this.#channel = this.#environment.openChannel(this.#name, (data) => this.#receive(data));
    } catch {
      this.#channel = undefined;
    }
    if (this.#channel) return;
    this.#goAlone();
  }

  #receive(message: unknown): void {
    this.#company = true;
    this.#host.receive(message);
    this.review();
  }

  #goAlone(): void {
    this.#alone = true;
    this.#channel?.close();
    this.#channel = undefined;
    this.#environment.warn(`${this.#host.loss}: no locks or channels here.`);
  }

  /** Lets the others count this document, by a lock that all of them share. */
  #beCounted(): void {
    const sharedLock = new AbortController();
    this.#sharedLock = sharedLock;
    const held = () =>
      new Promise<void>((resolve) => {
        if (sharedLock.signal.aborted) return resolve();
        this.#counted = true;
        this.#leave = () => {
          this.#counted = false;
          resolve();
        };
      });
    // Refused: this document is not counted, and the limit ends the wait for answers.
    this.#request(`${this.#name}:here`, { shared: true, signal: sharedLock.signal }, held).catch(() => {});
  }

  #seek(steal = false): void {
    const seeking = new AbortController();
    this.#seeking = seeking;
    let granted = false;
    const held = async () => {
      if (seeking.signal.aborted) return;
      granted = true;
      this.#entered = true;
      await this.#catchUp(seeking.signal);
      this.#entered = false;
      if (seeking.signal.aborted || !this.#host.wantsLock()) return;
      const released = new Promise<void>((resolve) => (this.#letGo = resolve));
      this.#holding = true;
      this.#host.granted();
      await released;
    };
    this.#request(`${this.#name}:send`, steal ? { steal } : { signal: seeking.signal }, held).then(
      () => {
        if (this.#seeking !== seeking) return;
        this.#seeking = undefined;
        this.review();
      },
      () => {
        if (this.#seeking !== seeking) return;
        this.#seeking = undefined;
        if (this.#holding || !granted) return this.#refusedLock();
        // Stolen before anything was done with it.
        seeking.abort();
        this.review();
      },
    );
  }

  /** The lock was stolen, or locks do not work here at all. */
  #refusedLock(): void {
    if (this.#holding) {
      this.#release();
      this.review();
      return;
    }
    this.#goAlone();
    this.#holding = true;
    this.#host.granted();
  }

  async #request(...args: Parameters<TabLocks["request"]>): Promise<void> {
    await this.#locks!.request(...args);
  }

  /**
   * Hears what the other documents know, so that the new holder goes on where the last one stopped. `signal` cuts it
   * short: a document that no longer wants the lock must not keep it.
   */
  async #catchUp(signal: AbortSignal): Promise<void> {
    const there = await this.#locks!.count(`${this.#name}:here`).catch(() => 2);
    let missing = there - (this.#counted ? 1 : 0);
    if (missing <= 0 || !this.#channel || signal.aborted) return;
    this.#company = true;
    await new Promise<void>((resolve) => {
      const done = () => {
        cancel();
        if (this.#answered === answered) {
          this.#answered = undefined;
          this.#helloId = undefined;
        }
        resolve();
      };
      const cancel = this.#environment.timers.after(CATCH_UP_LIMIT, done);
      const id = this.#environment.uniqueId();
      const answered = (helloId: string) => {
        // Whatever is still on its way from before the question may be out of date.
        if (helloId === id) missing -= 1;
        if (missing <= 0) done();
      };
      this.#answered = answered;
      this.#helloId = id;
      signal.addEventListener("abort", done, { once: true });
      this.post({ type: "hello", id });
    });
  }

  #release(): void {
    if (!this.#holding) return;
    this.#holding = false;
    this.#host.lost();
    this.#letGo?.();
    this.#letGo = undefined;
  }
}
