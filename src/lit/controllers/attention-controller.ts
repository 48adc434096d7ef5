import type { ReactiveElement } from "lit";
import { DEFAULT_ATTENTION, type AttentionThresholds } from "../../domain/session/attention.js";
import type { LifecycleSettings } from "../../domain/session/lifecycle.js";
import { attentionMonitorFor } from "../../instances/attention-monitor-for.js";
import { keepIfSame } from "../../platform/keep-if-same.js";
import type { AttentionListener, AttentionMonitor } from "../../stores/attention/attention-monitor.js";
import type { SessionStore } from "../../stores/sessions/session-store.js";
import { acceptAttention } from "../properties/accept-attention.js";
import { BoundController } from "./bound-controller.js";
import type { SessionStoreController } from "./session-store-controller.js";

interface MonitorBinding {
  readonly monitor: AttentionMonitor | undefined;
}

/** What a monitor is chosen by. */
interface MonitorChoice {
  readonly store: SessionStore | undefined;
  readonly own: Partial<AttentionThresholds> | undefined;
  readonly provided: Partial<AttentionThresholds> | undefined;
  readonly lifecycle: LifecycleSettings | undefined;
}

/**
 * Binds an element to the attention monitor of its store: thresholds of its own, then those of the provider above, then
 * the defaults. It updates the element when a session begins or ceases to need attention.
 */
export class AttentionController extends BoundController<MonitorBinding> {
  readonly #data: SessionStoreController;
  readonly #onChange: AttentionListener | undefined;
  #own: Partial<AttentionThresholds> | undefined;
  #choice: MonitorChoice | undefined;
  #chosen: AttentionMonitor | undefined;

  constructor(host: ReactiveElement, data: SessionStoreController, onChange?: AttentionListener) {
    super(host);
    this.#data = data;
    this.#onChange = onChange;
    host.addController(this);
  }

  /** `undefined` while there is no source. Binds if need be: a host reads it before its controllers are updated. */
  get monitor(): AttentionMonitor | undefined {
    this.bind();
    return this.binding?.monitor;
  }

  get thresholds(): Partial<AttentionThresholds> | undefined {
    return this.#own;
  }

  setThresholds(value: unknown): void {
    this.#own = acceptAttention(value, this.#own);
    this.host.requestUpdate();
  }

  /** With the next update and not at once: the store is bound by then, and the properties are all set. */
  override hostConnected(): void {}

  hostUpdate(): void {
    this.bind();
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    // By the time it returns, the others may share another monitor.
    this.#choice = undefined;
  }

  protected override wanted(): MonitorBinding {
    const { store, provided } = this.#data;
    const choice = keepIfSame(this.#choice, {
      store,
      own: this.#own,
      provided: provided?.attention,
      lifecycle: provided?.lifecycle,
    });
    if (choice !== this.#choice) {
      this.#choice = choice;
      const thresholds = { ...DEFAULT_ATTENTION, ...choice.provided, ...choice.own };
      this.#chosen = store && attentionMonitorFor(store, { thresholds, lifecycle: choice.lifecycle });
    }
    return { monitor: this.#chosen };
  }

  protected override subscribe({ monitor }: MonitorBinding): (() => void) | undefined {
    return monitor?.subscribe((change) => {
      this.host.requestUpdate();
      this.#onChange?.(change);
    });
  }
}
