import type { PropertyValues, TemplateResult } from "lit";
import { HandoffElement } from "../../lit/handoff-element.js";
import { property } from "lit/decorators.js";
import type { AttentionThresholds } from "../../domain/session/attention.js";
import { summarize, type FloorSummary } from "../../domain/session/floor-summary.js";
import type { TransferSession } from "../../domain/session/session.js";
import { labelOf } from "../../i18n/common-strings.js";
import { summaryEnglish } from "../../i18n/summary-strings.js";
import { AttentionController } from "../../lit/controllers/attention-controller.js";
import { LocalizeController } from "../../lit/controllers/localize-controller.js";
import { SessionStoreController } from "../../lit/controllers/session-store-controller.js";
import { keepText } from "../../lit/properties/keep-text.js";
import { base } from "../../lit/styles/base.styles.js";
import { button } from "../../lit/styles/button.styles.js";
import { room } from "../../lit/styles/room.styles.js";
import { tokens } from "../../lit/styles/tokens.styles.js";
import { VERSION } from "../../platform/version.js";
import type { TransferDataSource } from "../../sources/data-source.js";
import type { AttentionNews } from "../../stores/attention/attention-monitor.js";
import { badge } from "../shared/badge/badge.styles.js";
import { AlertsController } from "./alerts/alerts-controller.js";
import { findTable, toggled, type SummaryFilter } from "./filter/filtered-table.js";
import { summary } from "./styles/summary.styles.js";
import type { SummaryIntents } from "./summary-intents.js";
import { summaryModelOf } from "./summary-model.js";
import { summaryView } from "./summary-view.js";
import { SteadyShares } from "./tiles/steady-shares.js";
import { isElement } from "../../platform/page/nodes.js";
import { toldFloor } from "./told-floor.js";

const EMPTY: readonly TransferSession[] = [];

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
export class TransferSessionsSummary extends HandoffElement {
  static readonly version = VERSION;
  static override styles = [tokens, base, button, badge, room, summary];

  readonly #data = new SessionStoreController(this);
  readonly #attention = new AttentionController(this, this.#data, ({ news }) => this.#onNews(news));
  readonly #localize = new LocalizeController(this, "summary", summaryEnglish);
  readonly #alerts = new AlertsController(this, { describe: (news) => this.#describe(news) });
  readonly #intents: SummaryIntents = {
    toggleFilter: (filter) => this.#toggle(filter),
    toggleNotifications: () => void this.#alerts.toggleNotifications(),
    toggleSound: () => this.#alerts.toggleSound(),
  };
  #floor: FloorSummary = summarize(EMPTY);
  /** The sessions, or the counts, that it is the floor of. */
  #floorOf: unknown = EMPTY;
  readonly #places = { statuses: new SteadyShares(), providers: new SteadyShares() };
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

  /**
   * Offers a person to be called by notification and sound. Both stay off until a click asks for them; while one is on,
   * polls go on in a hidden page.
   */
  @property({ type: Boolean }) alerts = false;

  /** Overrides of words: a partial `SummaryStrings` and `CommonStrings`. */
  @property({ attribute: false }) strings: unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    // Something else may filter the table too; what is pressed here follows.
    this.#root = this.getRootNode();
    this.#root.addEventListener("transfer-view-change", this.#onViewChange);
  }

  override disconnectedCallback(): void {
    this.#root?.removeEventListener("transfer-view-change", this.#onViewChange);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    keepText(this, changed, "htmlFor");
    this.#data.setWhileHidden(this.alerts && this.#alerts.isOn);
    const source = this.#data.store?.source;
    if (source !== this.#placesOf) {
      this.#placesOf = source;
      this.#places.statuses.clear();
      this.#places.providers.clear();
    }
    const { snapshot, isQuerying } = this.#data;
    // Counts of a source may change without a session that is here.
    const told = isQuerying && snapshot?.facets;
    const sessions = snapshot?.sessions ?? EMPTY;
    if ((told || sessions) === this.#floorOf) return;
    this.#floorOf = told || sessions;
    this.#floor = (told && toldFloor(snapshot)) || summarize(sessions);
  }

  protected override render(): TemplateResult {
    const filters = this.htmlFor !== "";
    const model = summaryModelOf({
      words: this.#localize.words,
      floor: this.#floor,
      places: this.#places,
      store: this.#data.store,
      monitor: this.#attention.monitor,
      alerts: this.alerts ? this.#alerts : undefined,
      filters,
      view: filters ? findTable(this, this.htmlFor)?.view : undefined,
    });
    return summaryView(model, this.#intents);
  }

  #toggle(filter: SummaryFilter): void {
    const table = findTable(this, this.htmlFor);
    if (!table) return;
    table.view = toggled(table.view, filter);
    this.requestUpdate();
  }

  readonly #onViewChange = (event: Event): void => {
    if (isElement(event.target) && event.target.id === this.htmlFor) this.requestUpdate();
  };

  #onNews(news: readonly AttentionNews[]): void {
    const { store } = this.#data;
    if (store && this.alerts) this.#alerts.take(news, store.environment);
  }

  #describe(news: readonly AttentionNews[]): { title: string; body: string } {
    const { strings, common, lang } = this.#localize;
    const sessions = new Set(news.map(({ session }) => session.id)).size;
    const reasons = new Set(news.map(({ attention }) => labelOf(common.attention, attention.rule) ?? attention.rule));
    return { title: strings.alertTitle(sessions, lang), body: [...reasons].join(", ") };
  }
}
