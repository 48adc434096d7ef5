import { html, nothing, type LitElement, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { repeat } from "../../../lit/repeat.js";
import { sessionKey, type TransferSession } from "../../../domain/session/session.js";
import { labelOf } from "../../../i18n/common-strings.js";
import { formatNumber } from "../../../i18n/format.js";
import { failureOf } from "../../../sources/data-source.js";
import { addStyles } from "../../../lit/styles/element-styles.js";
import { BulkEnd, type BulkEndProgress } from "../../../stores/sessions/bulk-end.js";
import type { SessionStore } from "../../../stores/sessions/session-store.js";
import { clip } from "../../shared/clip.js";
import { keepEscape } from "../../shared/keys.js";
import { contactName } from "../cells/contact-cell.js";
import type { TableState } from "../table-state.js";
import type { TableWords } from "../table-words.js";
import { bulkEnd } from "./bulk-end.styles.js";
import { announceEnd, tellEnded, tellEndFailed } from "./end-events.js";

/** Rows that are listed by name; the rest is counted. */
const MOST_LISTED = 200;

/** What is asked; fixed from here on, whatever is selected later. */
export interface BulkQuestion {
  readonly store: SessionStore;
  /** Those to be ended. */
  readonly sessions: readonly TransferSession[];
  /** How many of the selected cannot be ended. */
  readonly excluded: number;
  /** The store holds every session there is: one that is missing has left. */
  readonly holdsAll: boolean;
}

/** Asks once for many sessions, ends them a few at a time, and tells what became of each. */
export class BulkEndDialog {
  readonly #dialog = createRef<HTMLDialogElement>();
  readonly #host: LitElement;
  readonly #state: TableState;
  readonly #question: BulkQuestion;
  readonly #onClose: () => void;
  readonly #work: BulkEnd;
  readonly #unsubscribe: () => void;
  #phase: "asking" | "running" | "done" = "asking";
  #closed = false;

  constructor(host: LitElement, state: TableState, question: BulkQuestion, onClose: () => void) {
    this.#host = host;
    this.#state = state;
    this.#question = question;
    this.#onClose = onClose;
    this.#work = new BulkEnd(question.sessions, {
      end: async (session) => {
        const result = await question.store.end(session, { quiet: true });
        if (result.ended) tellEnded(host, state, session);
        else tellEndFailed(host, session, result.error);
        return result;
      },
      stillWanted: (session) => this.#isStillWanted(session),
    });
    this.#unsubscribe = this.#work.subscribe(() => host.requestUpdate());
    addStyles(host, bulkEnd);
    state.person.opened("bulk", true);
  }

  #isStillWanted(session: TransferSession): boolean {
    // By its fields: making a key of each row of a large list, for each of many sessions, would take its time.
    const { id, createdAt } = session;
    const { store, holdsAll } = this.#question;
    const present = store.snapshot.sessions.find((other) => other.id === id && other.createdAt === createdAt);
    if (!present) return !holdsAll && announceEnd(this.#host, session);
    return present.status !== "ended" && announceEnd(this.#host, present);
  }

  /** To be called once the view is in the document. */
  show(): void {
    const dialog = this.#dialog.value;
    if (this.#closed || !dialog?.isConnected || !dialog.ownerDocument.defaultView || dialog.open) return;
    dialog.showModal();
    // Not by `autofocus`, of which a frame of another origin complains on the console; the list would come first.
    dialog.querySelector("button")!.focus();
  }

  /** Those that have not been started are not ended; those under way settle. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#work.cancel();
    this.#unsubscribe();
    this.#state.focus.expectLoss();
    this.#dialog.value?.close();
    this.#state.person.opened("bulk", false);
    this.#onClose();
  }

  async #run(start: () => Promise<BulkEndProgress>): Promise<void> {
    this.#phase = "running";
    this.#host.requestUpdate();
    await start();
    this.#phase = "done";
    // One poll for all of them.
    void this.#question.store.pollAnew();
    this.#host.requestUpdate();
  }

  view(): TemplateResult {
    const words: TableWords = this.#state.model;
    const { strings, lang } = words;
    const { sessions, excluded } = this.#question;
    const count = sessions.length;
    return html`<dialog
      translate="no"
      class="question bulk"
      aria-labelledby="bulk-title"
      @close=${() => this.close()}
      @keydown=${keepEscape}
      @cancel=${(event: Event) => this.#phase === "running" && event.preventDefault()}
      ${ref(this.#dialog)}
    >
      <h3 class="question-title" id="bulk-title" .textContent=${this.#title(words)}></h3>
      ${this.#phase === "asking" ? html`<p class="question-text" .textContent=${strings.bulkMessage}></p>` : nothing}
      ${excluded > 0 ? html`<p class="question-text muted" .textContent=${strings.bulkExcluded(excluded, lang)}></p>` : nothing}
      ${this.#progress(words)}
      <ul class="bulk-list" tabindex="0" aria-labelledby="bulk-title">
        ${this.#list(words)}
        ${
          count > MOST_LISTED
            ? html`<li class="muted">${strings.quarantinedMore(count - MOST_LISTED, lang)}</li>`
            : nothing
        }
      </ul>
      <div class="question-buttons">${this.#buttons(words)}</div>
    </dialog>`;
  }

  #title({ strings, lang }: TableWords): string {
    const { total, results } = this.#work.progress;
    if (this.#phase === "asking") return strings.bulkTitle(total, lang);
    return this.#phase === "running"
      ? strings.bulkEnding(total, lang)
      : strings.bulkEnded(count(results, "ended"), lang);
  }

  #progress({ strings, lang }: TableWords): TemplateResult {
    const { total, done, failed, results } = this.#work.progress;
    const text =
      this.#phase === "asking"
        ? ""
        : this.#phase === "running"
          ? strings.bulkRunning(formatNumber(done, lang), formatNumber(total, lang))
          : strings.bulkDone(count(results, "ended"), failed, count(results, "skipped"), lang);
    return html`${
        // Its line stays when it is done, so that what is below it does, too.
        this.#phase === "asking"
          ? nothing
          : html`<progress
              class="bulk-progress"
              max=${total}
              .value=${done}
              aria-labelledby="bulk-title"
              ?data-running=${this.#phase === "running"}
            ></progress>`
      }
      <p class="question-text bulk-status" role="status" .textContent=${text}></p>`;
  }

  #list({ strings, common }: TableWords): unknown {
    const { results, errors } = this.#work.progress;
    return repeat(this.#question.sessions.slice(0, MOST_LISTED), sessionKey, (session) => {
      const step = results.get(sessionKey(session));
      const reason = step === "failed" ? clip(failureOf(errors.get(sessionKey(session))).message) : "";
      return html`<li data-step=${step ?? ""}>
        <bdi class="mono" .textContent=${contactName(session, { strings })}></bdi>
        <bdi class="muted" .textContent=${clip(labelOf(common.provider, session.provider) ?? common.none)}></bdi>
        <span class="bulk-step" .textContent=${this.#phase === "asking" || !step ? "" : strings.bulkSteps[step]}></span>
        ${reason === "" ? nothing : html`<bdi class="bulk-reason" .textContent=${reason}></bdi>`}
      </li>`;
    });
  }

  #buttons({ strings, common, lang }: TableWords): TemplateResult {
    if (this.#phase === "asking") {
      return html`<button type="button" class="button" @click=${() => this.close()}>${common.cancel}</button>
        <button type="button" class="button solid danger" @click=${() => void this.#run(() => this.#work.start())}>
          ${strings.bulkConfirm(this.#question.sessions.length, lang)}
        </button>`;
    }
    if (this.#phase === "running") {
      return html`<button type="button" class="button bulk-stop" @click=${() => this.#work.cancel()}>
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
