import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { AlertsController } from "../../controllers/alerts-controller.js";
import { AttentionController } from "../../controllers/attention-controller.js";
import { live, type LiveValue } from "../../controllers/live.js";
import { LocalizeController } from "../../controllers/localize-controller.js";
import { SessionStoreController } from "../../controllers/session-store-controller.js";
import { ATTENTION_RULES, type AttentionThresholds } from "../../domain/attention.js";
import { summarize, type FloorSummary, type Share } from "../../domain/floor-summary.js";
import type { TransferSession } from "../../domain/session.js";
import { SESSION_STATUSES } from "../../domain/status.js";
import { labelOf } from "../../i18n/common-strings.js";
import { formatDuration, formatNumber, formatTime } from "../../i18n/format.js";
import { summaryEnglish } from "../../i18n/summary-strings.js";
import { bellIcon, soundIcon } from "../../internal/alert-icons.js";
import { checkIcon, warningIcon } from "../../internal/icons.js";
import { keepText } from "../../internal/keep-text.js";
import { roomFor } from "../../internal/room.js";
import { VERSION } from "../../internal/version.js";
import type { TransferDataSource } from "../../sources/data-source.js";
import type { AttentionNews } from "../../stores/attention-monitor.js";
import type { SessionSnapshot, SessionStore } from "../../stores/session-store.js";
import { base } from "../../styles/base.styles.js";
import { button } from "../../styles/button.styles.js";
import { room } from "../../styles/room.styles.js";
import { tokens } from "../../styles/tokens.styles.js";
import { badgeView } from "../transfer-status-badge/badge-view.js";
import { badge } from "../transfer-status-badge/transfer-status-badge.styles.js";
import { distributionBar } from "./distribution.js";
import { findTable, isApplied, toggled, type SummaryFilter, type SummaryView } from "./filtered-table.js";
import { SteadyShares } from "./steady-shares.js";
import { summary } from "./transfer-sessions-summary.styles.js";

/** Labels of values may be long; a tile is not. */
const LONGEST_LABEL = 60;

const EMPTY: readonly TransferSession[] = [];

/** Wait of those who have not reached a human agent. */
const WAITING: SummaryFilter = { kind: "status", status: ["pending", "queued"], longestFirst: true };

/**
 * The floor in a few numbers: how many sessions in which status, how long the longest has waited, how many need
 * attention, and with which provider they are. Each filters the table that `for` names.
 *
 * @summary Transfer sessions in a few numbers; each filters a table.
 * @element transfer-sessions-summary
 *
 * @csspart tile - One of the numbers with what belongs to it.
 * @csspart distribution - The drawn distribution over the statuses.
 * @csspart badge - A status badge.
 */
export class TransferSessionsSummary extends LitElement {
  static readonly version = VERSION;
  static override styles = [tokens, base, button, badge, room, summary];

  readonly #data = new SessionStoreController(this);
  readonly #attention = new AttentionController(this, this.#data, ({ news }) => this.#onNews(news));
  readonly #localize = new LocalizeController(this, "summary", summaryEnglish);
  readonly #alerts = new AlertsController(this, { describe: (news) => this.#describe(news) });
  #summary: FloorSummary = summarize(EMPTY);
  #summaryOf: readonly TransferSession[] = EMPTY;
  readonly #statuses = new SteadyShares();
  readonly #providers = new SteadyShares();
  /** Whose values have their places. */
  #placesOf: TransferDataSource | undefined;
  #root: Node | undefined;

  /** Where the sessions come from. Without one, the nearest `<transfer-sessions-provider>` gives it. */
  @property({ attribute: false })
  get dataSource(): TransferDataSource | undefined {
    return this.#data.dataSource;
  }
  set dataSource(value: TransferDataSource | undefined) {
    this.#data.setDataSource(value);
  }

  /** Milliseconds between polls; 30 000 where neither this nor a provider says. */
  @property({ attribute: "poll-interval" })
  get pollInterval(): number | undefined {
    return this.#data.pollInterval;
  }
  set pollInterval(value: number | undefined) {
    this.#data.setPollInterval(value);
  }

  /** When sessions need attention, in seconds; what is left out is the provider element's, or the default. */
  @property({ attribute: false })
  get attention(): Partial<AttentionThresholds> | undefined {
    return this.#attention.thresholds;
  }
  set attention(value: Partial<AttentionThresholds> | undefined) {
    this.#attention.setThresholds(value);
  }

  /** Id of the table that the numbers filter; it must be in the same document or shadow root. */
  @property({ attribute: "for" }) htmlFor = "";

  /** Offers a person to be called by notification and sound. Both stay off until a click asks for them. */
  @property({ type: Boolean }) alerts = false;

  /** Overrides of words: a partial `SummaryStrings` and `CommonStrings`. */
  @property({ attribute: false }) strings: unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    // Another button of the table may filter it meanwhile; what is pressed here follows.
    this.#root = this.getRootNode();
    this.#root.addEventListener("transfer-view-change", this.#onViewChange);
  }

  override disconnectedCallback(): void {
    this.#root?.removeEventListener("transfer-view-change", this.#onViewChange);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    keepText(this, changed, "htmlFor");
    const source = this.#data.store?.source;
    if (source !== this.#placesOf) {
      this.#placesOf = source;
      this.#statuses.clear();
      this.#providers.clear();
    }
    const sessions = this.#data.snapshot?.sessions ?? EMPTY;
    if (sessions === this.#summaryOf) return;
    this.#summaryOf = sessions;
    this.#summary = summarize(sessions);
  }

  protected override render(): TemplateResult {
    const { strings } = this.#localize;
    const { store } = this.#data;
    const snapshot = store?.snapshot;
    const known = snapshot?.status === "ready";
    const view = this.htmlFor === "" ? undefined : findTable(this, this.htmlFor)?.view;
    return html`<section
      class="base"
      aria-label=${strings.title}
      aria-busy=${snapshot && !known && snapshot.error === undefined ? "true" : "false"}
    >
      <div class="tiles">
        ${this.#statusTile(snapshot, view)} ${this.#waitTile(known ? store : undefined, view)}
        ${this.#attentionTile(known, view)} ${this.#providerTile(known, view)}
      </div>
      <div class="visually-hidden">
        ${known || !snapshot ? nothing : snapshot.error === undefined ? strings.loading : strings.unknown}
      </div>
    </section>`;
  }

  /** A count, or what stands for it, with room for what it may become. */
  #room(count: number, content: unknown): TemplateResult {
    const room = formatNumber(roomFor(count), this.#localize.lang);
    return html`<span class="room" data-room=${room}><span>${content}</span></span>`;
  }

  #statusTile(snapshot: SessionSnapshot | undefined, view: SummaryView | undefined): TemplateResult {
    const { strings, common, lang } = this.#localize;
    const known = snapshot?.status === "ready";
    const { total, byStatus } = this.#summary;
    return html`<div class="tile statuses" part="tile">
      <p class="label" id="statuses">${strings.sessions}</p>
      <p class="figure total">${this.#room(total, known ? formatNumber(total, lang) : this.#unknown())}</p>
      ${distributionBar(byStatus)}
      <ul class="shares" aria-labelledby="statuses">
        ${repeat(
          this.#statuses.of(withKnown(byStatus)),
          ({ value }) => value,
          ({ value, count }) => {
            const label = short(labelOf(common.status, value) ?? common.unknownStatus);
            const content = html`${badgeView(value, label)}
              <span class="count" data-none=${count === 0}
                >${this.#room(count, known ? formatNumber(count, lang) : common.none)}</span
              >`;
            return html`<li>${this.#button({ kind: "status", status: [value] }, view, content)}</li>`;
          },
        )}
      </ul>
      ${this.#staleNote(snapshot)}
    </div>`;
  }

  #waitTile(store: SessionStore | undefined, view: SummaryView | undefined): TemplateResult {
    const { strings, lang } = this.#localize;
    const { waiting, waitingSince } = this.#summary;
    const thresholds = this.#attention.monitor?.thresholds;
    const current = (now: number) => (waitingSince === undefined ? undefined : Math.max(0, now - waitingSince));
    const figure = (): LiveValue => {
      const wait = current(store!.now());
      if (wait === undefined) return { key: "none", content: html`<span class="calm">${strings.nobodyWaits}</span>` };
      const seconds = wait / 1000;
      const level =
        thresholds && seconds > thresholds.waitingCritical
          ? "critical"
          : thresholds && seconds > thresholds.waitingWarning
            ? "warning"
            : "";
      const text = formatDuration(wait, lang);
      return { key: `${level} ${text}`, content: html`<span class="wait" data-level=${level}>${text}</span>` };
    };
    const hour = (): LiveValue => {
      const now = store!.now();
      const longest = Math.max(store!.waits.longest(now) ?? -1, current(now) ?? -1);
      const text = longest < 0 ? strings.lastHourUnknown : strings.lastHour(formatDuration(longest, lang));
      return { key: text, content: text };
    };
    const body = html`<span class="label">${strings.longestWait}</span>
      <span class="figure">${store ? live(store.environment, figure) : this.#unknown()}</span>
      <span class="detail"
        >${store ? html`<bdi>${strings.waiting(waiting, lang)} · ${live(store.environment, hour)}</bdi>` : nothing}</span
      >`;
    return html`<div class="tile" part="tile">${this.#button(WAITING, view, body, "whole")}</div>`;
  }

  #attentionTile(known: boolean, view: SummaryView | undefined): TemplateResult {
    const { strings, common, lang } = this.#localize;
    const { size: count = 0, counts = [] } = this.#attention.monitor ?? {};
    const reasons = ATTENTION_RULES.flatMap((rule, place) =>
      counts[place] ? `${formatNumber(counts[place], lang)} ${labelOf(common.attention, rule) ?? rule}` : [],
    );
    const level = count === 0 ? "" : counts[ATTENTION_RULES.indexOf("waiting-critical")] ? "critical" : "warning";
    const body = html`<span class="label">${strings.attention}</span>
      <span class="figure" data-level=${level}
        >${
          known
            ? html`${count > 0 ? warningIcon : checkIcon} <span class="number">${formatNumber(count, lang)}</span>`
            : this.#unknown()
        }</span
      >
      <span class="detail"
        >${known ? html`<bdi>${count === 0 ? strings.nothingNeeds : reasons.join(" · ")}</bdi>` : nothing}</span
      >`;
    return html`<div class="tile" part="tile">
      ${this.#button({ kind: "attention" }, view, body, "whole")}${this.alerts ? this.#alertButtons() : nothing}
    </div>`;
  }

  #providerTile(known: boolean, view: SummaryView | undefined): TemplateResult {
    const { strings, common, lang } = this.#localize;
    const providers = known ? this.#providers.of(this.#summary.byProvider) : [];
    return html`<div class="tile providers" part="tile">
      <p class="label" id="providers">${strings.providers}</p>
      <ul class="shares" aria-labelledby="providers">
        ${
          providers.length > 0
            ? repeat(
                providers,
                ({ value }) => value,
                ({ value, count }) => {
                  const label = short(labelOf(common.provider, value) ?? strings.noProvider);
                  const number = this.#room(count, formatNumber(count, lang));
                  const content = html`<bdi>${label}</bdi> <span class="count">${number}</span>`;
                  return html`<li>${this.#button({ kind: "provider", provider: value }, view, content)}</li>`;
                },
              )
            : html`<li class="muted">${common.none}</li>`
        }
      </ul>
    </div>`;
  }

  #alertButtons(): TemplateResult {
    const { strings } = this.#localize;
    const { device, notifies, sounds } = this.#alerts;
    const blocked = device.permission === "denied" || device.permission === "unsupported";
    return html`<div class="alerts" role="group" aria-label=${strings.alerts}>
      <button
        type="button"
        class="button quiet icon-only"
        aria-pressed=${notifies ? "true" : "false"}
        aria-disabled=${blocked ? "true" : nothing}
        title=${blocked ? strings.notifyBlocked : strings.notify}
        @click=${() => (blocked ? undefined : void this.#alerts.toggleNotifications())}
      >
        ${bellIcon}<span class="visually-hidden">${strings.notify}</span>
      </button>
      <button
        type="button"
        class="button quiet icon-only"
        aria-pressed=${sounds ? "true" : "false"}
        title=${strings.sound}
        @click=${() => this.#alerts.toggleSound()}
      >
        ${soundIcon}<span class="visually-hidden">${strings.sound}</span>
      </button>
    </div>`;
  }

  #staleNote(snapshot: SessionSnapshot | undefined): unknown {
    if (!snapshot?.stale) return nothing;
    const { strings, lang } = this.#localize;
    return html`<p class="stale">${warningIcon} ${strings.stale(formatTime(snapshot.updatedAt ?? 0, lang))}</p>`;
  }

  #unknown(): TemplateResult {
    const { strings, common } = this.#localize;
    return html`<span class="muted" role="img" aria-label=${strings.unknown}>${common.none}</span>`;
  }

  /** A button where there is a table to filter; else the same without one. */
  #button(filter: SummaryFilter, view: SummaryView | undefined, content: unknown, kind = "share"): TemplateResult {
    if (this.htmlFor === "") return html`<span class=${kind}>${content}</span>`;
    return html`<button
      type="button"
      class="${kind} filter"
      aria-pressed=${isApplied(view, filter) ? "true" : "false"}
      @click=${() => this.#toggle(filter)}
    >
      ${content}
    </button>`;
  }

  #toggle(filter: SummaryFilter): void {
    const table = findTable(this, this.htmlFor);
    if (!table) return;
    table.view = toggled(table.view, filter);
    this.requestUpdate();
  }

  readonly #onViewChange = (event: Event): void => {
    if (event.target instanceof Element && event.target.id === this.htmlFor) this.requestUpdate();
  };

  #onNews(news: readonly AttentionNews[]): void {
    const { store } = this.#data;
    if (store && this.alerts) this.#alerts.take(news, store.environment.timers);
  }

  #describe(news: readonly AttentionNews[]): { title: string; body: string } {
    const { strings, common, lang } = this.#localize;
    const sessions = new Set(news.map(({ session }) => session.id)).size;
    const reasons = new Set(news.map(({ attention }) => labelOf(common.attention, attention.rule) ?? attention.rule));
    return { title: strings.alertTitle(sessions, lang), body: [...reasons].join(", ") };
  }
}

/** The statuses of a lifecycle stand even where no session has them, so that nothing jumps under a pointer. */
function withKnown(shares: readonly Share[]): readonly Share[] {
  const counts = new Map(shares.map(({ value, count }) => [value, count]));
  const known = SESSION_STATUSES.map((value) => ({ value, count: counts.get(value) ?? 0 }));
  const others = shares.filter(({ value }) => !(SESSION_STATUSES as readonly string[]).includes(value));
  return [...known, ...others];
}

function short(text: string): string {
  return text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL)}…` : text;
}
