import { html, nothing, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import { sessionKey, type TransferSession } from "../../../domain/session/session.js";
import { labelOf, type CommonStrings } from "../../../i18n/common-strings.js";
import { formatNumber } from "../../../i18n/format.js";
import type { TableStrings } from "../../../i18n/table-strings.js";
import { failureOf } from "../../../sources/data-source.js";
import { BulkEnd, type BulkEndProgress } from "../../../stores/sessions/bulk-end.js";
import type { SessionStore } from "../../../stores/sessions/session-store.js";
import { contactName } from "../cells/cells.js";
import { clip } from "../../shared/clip.js";

/** Rows that are listed by name; the rest is counted. */
const MOST_LISTED = 200;

export interface BulkEndDialogOptions {
  readonly store: SessionStore;
  /** Those to be ended; fixed from here on, whatever is selected meanwhile. */
  readonly sessions: readonly TransferSession[];
  /** How many of the selected cannot be ended. */
  readonly excluded: number;
  /** The store holds every session there is: one that is missing has left. */
  readonly holdsAll: boolean;
  /** Asks the host, and tells it; `false`: the host sees to this one itself. */
  mayEnd(session: TransferSession): boolean;
  onEnded(session: TransferSession): void;
  onFailed(session: TransferSession, error: unknown): void;
  onChange(): void;
  /** The dialog is about to close, and with it what has the focus. */
  onClosing(): void;
  onClose(): void;
}

/** Asks once for many sessions, ends them a few at a time, and tells what became of each. */
export class BulkEndDialog {
  readonly #dialog = createRef<HTMLDialogElement>();
  readonly #options: BulkEndDialogOptions;
  readonly #work: BulkEnd;
  readonly #unsubscribe: () => void;
  #phase: "asking" | "running" | "done" = "asking";
  #closed = false;

  constructor(options: BulkEndDialogOptions) {
    this.#options = options;
    const { store } = options;
    this.#work = new BulkEnd(options.sessions, {
      end: async (session) => {
        const result = await store.end(session, { quiet: true });
        if (result.ended) options.onEnded(session);
        else options.onFailed(session, result.error);
        return result;
      },
      stillWanted: (session) => {
        // By its fields: making a key of each row of a large list, for each of many sessions, would take its time.
        const { id, createdAt } = session;
        const present = store.snapshot.sessions.find((other) => other.id === id && other.createdAt === createdAt);
        if (!present) return !options.holdsAll && options.mayEnd(session);
        return present.status !== "ended" && options.mayEnd(present);
      },
    });
    this.#unsubscribe = this.#work.subscribe(() => options.onChange());
  }

  /** To be called once the view is in the document. */
  show(): void {
    const dialog = this.#dialog.value;
    if (!this.#closed && dialog?.isConnected && !dialog.open) dialog.showModal();
  }

  /** Those that have not been started are not ended; those under way settle. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#work.cancel();
    this.#unsubscribe();
    this.#options.onClosing();
    this.#dialog.value?.close();
    this.#options.onClose();
  }

  async #run(start: () => Promise<BulkEndProgress>): Promise<void> {
    this.#phase = "running";
    this.#options.onChange();
    await start();
    this.#phase = "done";
    // One poll for all of them.
    void this.#options.store.pollAnew();
    this.#options.onChange();
  }

  view(strings: TableStrings, common: CommonStrings, lang: string): TemplateResult {
    const { sessions, excluded } = this.#options;
    const count = sessions.length;
    return html`<dialog
      class="question bulk"
      aria-labelledby="bulk-title"
      @close=${() => this.close()}
      @cancel=${(event: Event) => this.#phase === "running" && event.preventDefault()}
      ${ref(this.#dialog)}
    >
      <h3 class="question-title" id="bulk-title">${this.#title(strings, lang)}</h3>
      ${this.#phase === "asking" ? html`<p class="question-text">${strings.bulkMessage}</p>` : nothing}
      ${excluded > 0 ? html`<p class="question-text muted">${strings.bulkExcluded(excluded, lang)}</p>` : nothing}
      ${this.#progress(strings, lang)}
      <ul class="bulk-list" tabindex="0" aria-labelledby="bulk-title">
        ${this.#list(strings, common)}
        ${
          count > MOST_LISTED
            ? html`<li class="muted">${strings.quarantinedMore(count - MOST_LISTED, lang)}</li>`
            : nothing
        }
      </ul>
      <div class="question-buttons">${this.#buttons(strings, common, lang)}</div>
    </dialog>`;
  }

  #title(strings: TableStrings, lang: string): string {
    const { total, results } = this.#work.progress;
    if (this.#phase === "asking") return strings.bulkTitle(total, lang);
    return this.#phase === "running"
      ? strings.bulkEnding(total, lang)
      : strings.bulkEnded(count(results, "ended"), lang);
  }

  #progress(strings: TableStrings, lang: string): TemplateResult {
    const { total, done, failed, results } = this.#work.progress;
    const text =
      this.#phase === "asking"
        ? ""
        : this.#phase === "running"
          ? strings.bulkRunning(formatNumber(done, lang), formatNumber(total, lang))
          : strings.bulkDone(count(results, "ended"), failed, count(results, "skipped"), lang);
    return html`${
        this.#phase === "running"
          ? html`<progress class="bulk-progress" max=${total} .value=${done} aria-labelledby="bulk-title"></progress>`
          : nothing
      }
      <p class="question-text bulk-status" role="status">${text}</p>`;
  }

  #list(strings: TableStrings, common: CommonStrings): unknown {
    const { results, errors } = this.#work.progress;
    return repeat(this.#options.sessions.slice(0, MOST_LISTED), sessionKey, (session) => {
      const step = results.get(sessionKey(session));
      const reason = step === "failed" ? clip(failureOf(errors.get(sessionKey(session))).message) : "";
      return html`<li data-step=${step ?? ""}>
        <bdi class="mono">${contactName(session, { strings })}</bdi>
        <span class="muted">${clip(labelOf(common.provider, session.provider) ?? common.none)}</span>
        <span class="bulk-step">${this.#phase === "asking" || !step ? nothing : strings.bulkSteps[step]}</span>
        ${reason === "" ? nothing : html`<bdi class="bulk-reason">${reason}</bdi>`}
      </li>`;
    });
  }

  #buttons(strings: TableStrings, common: CommonStrings, lang: string): TemplateResult {
    if (this.#phase === "asking") {
      return html`<button type="button" class="button" autofocus @click=${() => this.close()}>${common.cancel}</button>
        <button type="button" class="button solid danger" @click=${() => void this.#run(() => this.#work.start())}>
          ${strings.bulkConfirm(this.#options.sessions.length, lang)}
        </button>`;
    }
    if (this.#phase === "running") {
      return html`<button type="button" class="button" @click=${() => this.#work.cancel()}>
        ${strings.bulkStop}
      </button>`;
    }
    return html`${
        this.#work.progress.failed > 0
          ? html`<button type="button" class="button" @click=${() => void this.#run(() => this.#work.retryFailed())}>
              ${strings.bulkRetry}
            </button>`
          : nothing
      } <button type="button" class="button" @click=${() => this.close()}>${common.close}</button>`;
  }
}

function count(results: BulkEndProgress["results"], step: string): number {
  let number = 0;
  for (const result of results.values()) if (result === step) number++;
  return number;
}
