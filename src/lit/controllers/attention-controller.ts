import type { ReactiveController, ReactiveElement } from "lit";
import { attentionMonitorFor } from "../../instances/attention-monitor-for.js";
import { DEFAULT_ATTENTION, type AttentionThresholds } from "../../domain/session/attention.js";
import { acceptAttention } from "../properties/accept-attention.js";
import type { AttentionListener, AttentionMonitor } from "../../stores/attention/attention-monitor.js";
import type { SessionStoreController } from "./session-store-controller.js";

/**
 * Binds an element to the attention monitor of its store: thresholds of its own, then those of the provider above, then
 * the defaults. It updates the element when a session begins or ceases to need attention.
 */
export class AttentionController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #data: SessionStoreController;
  readonly #onChange: AttentionListener | undefined;
  #own: Partial<AttentionThresholds> | undefined;
  #monitor: AttentionMonitor | undefined;
  /** What the monitor was chosen by. */
  #parts: readonly unknown[] = [];
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveElement, data: SessionStoreController, onChange?: AttentionListener) {
    this.#host = host;
    this.#data = data;
    this.#onChange = onChange;
    host.addController(this);
  }

  /** `undefined` while there is no source. Binds if need be: a host reads it before its controllers are updated. */
  get monitor(): AttentionMonitor | undefined {
    this.#bind();
    return this.#monitor;
  }

  get thresholds(): Partial<AttentionThresholds> | undefined {
    return this.#own;
  }

  setThresholds(value: unknown): void {
    this.#own = acceptAttention(value, this.#own);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  hostUpdate(): void {
    this.#bind();
  }

  #bind(): void {
    if (!this.#host.isConnected) return;
    const { store, provided } = this.#data;
    const parts = [store, provided?.attention, provided?.lifecycle, this.#own];
    if (this.#unsubscribe && parts.every((part, index) => part === this.#parts[index])) return;
    this.#parts = parts;
    const thresholds = { ...DEFAULT_ATTENTION, ...provided?.attention, ...this.#own };
    const monitor = store && attentionMonitorFor(store, { thresholds, lifecycle: provided?.lifecycle });
    if (monitor === this.#monitor && this.#unsubscribe) return;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#monitor = monitor;
    if (!monitor) return;
    this.#unsubscribe = monitor.subscribe((change) => {
      this.#host.requestUpdate();
      this.#onChange?.(change);
    });
  }
}
