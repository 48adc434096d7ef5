import { ContextProvider } from "@lit/context";
import { css, html, type TemplateResult } from "lit";
import { HandoffElement } from "../../lit/handoff-element.js";
import { property } from "lit/decorators.js";
import { acceptFunction } from "../../lit/properties/accept-function.js";
import { acceptDataSource } from "../../lit/properties/accept-data-source.js";
import { storesInUse } from "../../instances/session-store-for.js";
import { sharedSourceFor } from "../../instances/shared-source-for.js";
import { sourceContext } from "../../lit/context/source-context.js";
import type { AttentionThresholds } from "../../domain/session/attention.js";
import type { LifecycleSettings } from "../../domain/session/lifecycle.js";
import { acceptAttention } from "../../lit/properties/accept-attention.js";
import { acceptInterval } from "../../lit/properties/accept-interval.js";
import { acceptLifecycle } from "../../lit/properties/accept-lifecycle.js";
import type { SessionLinks } from "../../lit/properties/session-links.js";
import { VERSION } from "../../platform/version.js";
import { warnOnce } from "../../platform/warn-once.js";
import type { TransferDataSource } from "../../sources/data-source.js";
import type { SessionStore } from "../../stores/sessions/session-store.js";
import { acceptCredentials, acceptToken, EndpointAccess, type ProviderHeaders } from "./endpoint-access.js";

/**
 * Gives one data source to every element below it.
 *
 * @summary One data source for all elements below.
 * @slot - Anything; the elements of this package in it, at any depth, use the provider's source.
 * @element transfer-sessions-provider
 */
export class TransferSessionsProvider extends HandoffElement {
  static readonly version = VERSION;
  /** The provider has no look of its own: its children stand where they would without it. */
  static override styles = css`
    :host {
      display: contents;
    }

    :host([hidden]) {
      display: none;
    }
  `;
  readonly #context = new ContextProvider(this, { context: sourceContext, initialValue: {} });
  readonly #access = new EndpointAccess();
  #own: TransferDataSource | undefined;
  #fromSrc: TransferDataSource | undefined;
  #src: string | undefined;
  #pollInterval: number | undefined;
  #share: "tabs" | undefined;
  #lifecycle: LifecycleSettings | undefined;
  #attention: Partial<AttentionThresholds> | undefined;
  #sessionLinks: SessionLinks | undefined;

  /** The host's data source. It wins over `src`. */
  @property({ attribute: false })
  get dataSource(): TransferDataSource | undefined {
    return this.#own ?? this.#fromSrc;
  }
  set dataSource(value: TransferDataSource | undefined) {
    this.#own = acceptDataSource(value, this.#own);
    this.#provide();
  }

  /** Address of an HTTP endpoint, such as `/api`; a shorthand for an `httpDataSource` with that url. */
  @property()
  get src(): string | undefined {
    return this.#src;
  }
  set src(value: string | undefined) {
    const src: unknown = value ?? undefined;
    if (src === this.#src) return;
    if (src !== undefined && typeof src !== "string") {
      warnOnce("src must be the address of an HTTP endpoint; ignored.");
      return;
    }
    const source = src === undefined ? undefined : this.#access.sourceAt(src);
    if (src !== undefined && !source) return;
    this.#src = src;
    this.#fromSrc = source;
    this.#provide();
  }

  /**
   * Who asks at `src`: goes with each request as `Authorization: Bearer …`, and is never shown in the markup by the
   * provider. A new one counts from the next request on; where the last one was refused, that is at once.
   */
  @property()
  get token(): string | undefined {
    return this.#access.token;
  }
  set token(value: string | undefined) {
    const { token } = this.#access;
    this.#access.token = acceptToken(value, token);
    if (this.#access.token !== token) this.#askAgain();
  }

  /**
   * Headers for each request to `src`. A function is called for each request, so that it can give a fresh token; an
   * `Authorization` among them wins over `token`.
   */
  @property({ attribute: false })
  get headers(): ProviderHeaders {
    return this.#access.headers;
  }
  set headers(value: ProviderHeaders) {
    const { headers } = this.#access;
    this.#access.headers = value ?? undefined;
    if (this.#access.headers !== headers) this.#askAgain();
  }

  /** Whether cookies go with the requests to `src`, as in `fetch`: `"include"` also to another origin. */
  @property()
  get credentials(): RequestCredentials | undefined {
    return this.#access.credentials;
  }
  set credentials(value: RequestCredentials | undefined) {
    const { credentials } = this.#access;
    this.#access.credentials = acceptCredentials(value, credentials);
    if (this.#access.credentials === credentials || this.#src === undefined) return;
    this.#fromSrc = this.#access.sourceAt(this.#src);
    this.#provide();
  }

  /** Milliseconds between polls, for elements that set none of their own. */
  @property({ attribute: "poll-interval" })
  get pollInterval(): number | undefined {
    return this.#pollInterval;
  }
  set pollInterval(value: number | undefined) {
    this.#pollInterval = acceptInterval(value, this.#pollInterval);
    this.#provide();
  }

  /**
   * `"tabs"`: one tab asks for the list on behalf of all tabs of the origin whose provider has the same `src` and shares;
   * another goes on when it closes. They all see what its user may see. Needs `src`, as the name to share by, also where
   * `dataSource` is set.
   */
  @property()
  get share(): "tabs" | undefined {
    return this.#share;
  }
  set share(value: "tabs" | undefined) {
    const share: unknown = value ?? undefined;
    if (share !== undefined && share !== "tabs") {
      const what = typeof share === "string" ? JSON.stringify(share) : typeof share;
      warnOnce(`share must be "tabs", not ${what}; ignored.`);
      return;
    }
    this.#share = share;
    this.#provide();
  }

  /**
   * Minutes of inactivity before a session is removed, by channel (whole numbers 0–10080; 0 = never), for the channels
   * of which the source says nothing. A session's own TTL and the source's settings win; the defaults come last.
   */
  @property({ attribute: false })
  get lifecycle(): LifecycleSettings | undefined {
    return this.#lifecycle;
  }
  set lifecycle(value: LifecycleSettings | undefined) {
    this.#lifecycle = acceptLifecycle(value, this.#lifecycle);
    this.#provide();
  }

  /** When sessions need attention, in seconds, for elements that set nothing of their own; what is left out is the default. */
  @property({ attribute: false })
  get attention(): Partial<AttentionThresholds> | undefined {
    return this.#attention;
  }
  set attention(value: Partial<AttentionThresholds> | undefined) {
    this.#attention = acceptAttention(value, this.#attention);
    this.#provide();
  }

  /** Gives the links of a session, `[{ label, href }]`, http(s) only: the provider's console, the Inbox task. */
  @property({ attribute: false })
  get sessionLinks(): SessionLinks | undefined {
    return this.#sessionLinks;
  }
  set sessionLinks(value: SessionLinks | undefined) {
    this.#sessionLinks = acceptFunction("sessionLinks", value, this.#sessionLinks);
    this.#provide();
  }

  /** Polls now. Settles when the answer is there or has failed; never rejects. */
  async refresh(): Promise<void> {
    await Promise.all(this.#stores.map((store) => store.refresh()));
  }

  /** Holds polling back for every element on this source. */
  pause(): void {
    for (const store of this.#stores) store.pause();
  }

  /** Lets polling go on; at once, if the interval has passed. */
  resume(): void {
    for (const store of this.#stores) store.resume();
  }

  protected override updated(): void {
    // Only now: the properties may come in any order.
    if (this.#share && this.dataSource && this.#src === undefined) {
      warnOnce('share="tabs" needs src, as the name that tabs share by; each tab polls by itself.');
    }
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  get #stores(): readonly SessionStore[] {
    const source = this.#provided;
    return source ? storesInUse(source) : [];
  }

  /** With what the host says now of who asks: a poll that was refused, or is under way with what it said before. */
  #askAgain(): void {
    if (this.#own || !this.#fromSrc) return;
    for (const store of this.#stores) {
      if (store.snapshot.unauthorized || store.snapshot.polling) void store.pollAnew();
    }
  }

  /** What the elements below get. */
  get #provided(): TransferDataSource | undefined {
    const source = this.dataSource;
    return source && this.#share && this.#src !== undefined ? sharedSourceFor(source, this.#src) : source;
  }

  #provide(): void {
    this.#context.setValue({
      dataSource: this.#provided,
      pollInterval: this.#pollInterval,
      lifecycle: this.#lifecycle,
      attention: this.#attention,
      sessionLinks: this.#sessionLinks,
    });
  }
}
