import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { AttentionNews } from "../../../stores/attention/attention-monitor.js";
import type { Environment } from "../../../platform/environment.js";
import { BrowserAlertDevice, type AlertDevice } from "./alert-device.js";

/** News within so many milliseconds make one alert: a poll may bring a dozen. */
const GATHER = 1_000;

export interface AlertsOptions {
  /** What is shown: a title and a line. No contact, since anybody who passes the desk can see a notification. */
  describe(news: readonly AttentionNews[]): { readonly title: string; readonly body: string };
  readonly device?: AlertDevice;
}

/** Calls a person by notification or sound. Both are off until a click asks for them, and are forgotten with the page. */
export class AlertsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: AlertsOptions;
  readonly device: AlertDevice;
  #notifies = false;
  #sounds = false;
  #gathered: AttentionNews[] = [];
  #cancel: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, options: AlertsOptions) {
    this.#host = host;
    this.#options = options;
    this.device = options.device ?? new BrowserAlertDevice();
    host.addController(this);
  }

  get notifies(): boolean {
    return this.#notifies;
  }

  get sounds(): boolean {
    return this.#sounds;
  }

  get isOn(): boolean {
    return this.#notifies || this.#sounds;
  }

  /** To be called in answer to a click. */
  async toggleNotifications(): Promise<void> {
    this.#notifies = !this.#notifies && (this.device.permission === "granted" || (await this.device.ask()));
    this.#host.requestUpdate();
  }

  /** To be called in answer to a click. */
  toggleSound(): void {
    this.#sounds = !this.#sounds;
    if (this.#sounds) {
      this.device.prepareSound();
      this.device.beep();
    }
    this.#host.requestUpdate();
  }

  /** Takes what newly needs attention. */
  take(news: readonly AttentionNews[], { timers, visible }: Pick<Environment, "timers" | "visible">): void {
    if (news.length === 0 || !this.isOn) return;
    this.#gathered.push(...news);
    // A timer of a hidden page may take a minute.
    if (!visible.current) this.#alert();
    else this.#cancel ??= timers.after(GATHER, () => this.#alert());
  }

  hostDisconnected(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#gathered = [];
  }

  #alert(): void {
    const news = this.#gathered;
    this.#gathered = [];
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#sounds) this.device.beep();
    if (!this.#notifies) return;
    const { title, body } = this.#options.describe(news);
    this.device.notify(title, body);
  }
}
