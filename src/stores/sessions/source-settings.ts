import type { LifecycleSettings } from "../../domain/session/lifecycle.js";
import type { Integration, TransferDataSource } from "../../sources/data-source.js";
import { isNotOffered, offers } from "../../sources/offers.js";
import { readIntegrations } from "../../sources/wire/integrations-reader.js";
import { readLifecycle } from "../../sources/wire/lifecycle-reader.js";

/** Integrations and lifecycle of a source. They change seldom: they are asked for after the first list and a refresh. */
export class SourceSettings {
  /** Absent = unknown: not asked, not offered, or failed. Never "none". */
  integrations: readonly Integration[] | undefined;
  /** Minutes per channel. What was true a minute ago is a better guess than the defaults, so a failure keeps it. */
  lifecycle: LifecycleSettings | undefined;

  readonly #source: TransferDataSource;
  readonly #onChange: () => void;
  #due = true;
  #controller: AbortController | undefined;
  /** Counts what was saved here: an answer that was on its way then tells the past. */
  #adopted = 0;

  constructor(source: TransferDataSource, onChange: () => void) {
    this.#source = source;
    this.#onChange = onChange;
  }

  /** They are to be asked for again after the next list. */
  expire(): void {
    this.#due = true;
  }

  askIfDue(): void {
    if (!this.#due) return;
    this.#due = false;
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    void Promise.all([this.#askIntegrations(controller.signal), this.#askLifecycle(controller.signal)]).then(() => {
      if (this.#controller === controller) this.#controller = undefined;
    });
  }

  /** Aborts what is under way; it is asked for again at the next start. */
  stop(): void {
    if (!this.#controller) return;
    this.#due = true;
    this.#controller.abort();
    this.#controller = undefined;
  }

  /** Takes settings that were saved a moment ago. */
  adoptLifecycle(lifecycle: LifecycleSettings): void {
    this.#adopted++;
    this.lifecycle = lifecycle;
    this.#onChange();
  }

  async #askIntegrations(signal: AbortSignal): Promise<void> {
    if (!offers(this.#source, "integrations")) return;
    let integrations: readonly Integration[] | undefined;
    try {
      integrations = readIntegrations(await this.#source.integrations!({ signal }));
    } catch (error) {
      // Unknown. The list itself tells a person when the source is in trouble.
      isNotOffered(this.#source, "integrations", error);
    }
    if (signal.aborted) return;
    this.integrations = integrations;
    this.#onChange();
  }

  async #askLifecycle(signal: AbortSignal): Promise<void> {
    if (!offers(this.#source, "lifecycle")) return;
    const adopted = this.#adopted;
    try {
      const lifecycle = readLifecycle(await this.#source.lifecycle!({ signal }));
      if (signal.aborted || adopted !== this.#adopted) return;
      this.lifecycle = lifecycle;
      this.#onChange();
    } catch (error) {
      // See above: the last known settings stand.
      isNotOffered(this.#source, "lifecycle", error);
    }
  }
}
