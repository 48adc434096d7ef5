/** The browser's side of scripted-server.mjs: a test says what the server answers and sees what it was asked. */
export interface Answer {
  /** 200 where left out. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text as it is; anything else as JSON. */
  readonly body?: unknown;
  /** Sent before the body, one write each. */
  readonly parts?: readonly { readonly text: string; readonly hold?: boolean; readonly drop?: boolean }[];
  /** Waits for `release()` before anything is sent. */
  readonly hold?: boolean;
  /** Sends status and headers, then waits for `release()`. */
  readonly holdBody?: boolean;
  /** Cuts the connection instead of answering. */
  readonly drop?: boolean;
  /** For every further request as well. Browsers try again by themselves when a kept connection is cut. */
  readonly repeat?: boolean;
}

export interface RecordedRequest {
  readonly method: string;
  /** Path and query below the scenario, such as `/sessions?cursor=c1`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The client went away before the answer was complete. */
  readonly closed: boolean;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

let scenarios = 0;

export class ScriptedServer {
  readonly #id = `${Date.now()}-${Math.random().toString(36).slice(2)}-${scenarios++}`;
  readonly #path = `/__http/${this.#id}`;
  /** The base for an adapter. */
  readonly url = new URL(this.#path, location.origin).href;
  readonly relativeUrl = this.#path;

  /** Adds answers to those that are still to be given, each for one request. */
  async script(...answers: Answer[]): Promise<void> {
    await this.#control("script", JSON.stringify(answers));
  }

  /**
   * Answers by a small endpoint that keeps the contract, instead of a script.
   *
   * @param only what it has besides its list; all where left out.
   */
  async floor(only?: readonly string[]): Promise<void> {
    await this.#control("floor", JSON.stringify(only ?? null));
  }

  /** Lets every held answer go on. */
  async release(): Promise<void> {
    await this.#control("release", "");
  }

  /** Waits until so many requests have come, and so many were given up; gives all that have come. */
  async requests(count = 0, closed = 0): Promise<readonly RecordedRequest[]> {
    const response = await fetch(`/__http-control/${this.#id}/wait?requests=${count}&closed=${closed}`);
    const requests = (await response.json()) as Mutable<RecordedRequest>[];
    for (const request of requests) request.url = request.url.slice(this.#path.length);
    return requests;
  }

  async #control(action: string, body: string): Promise<void> {
    const response = await fetch(`/__http-control/${this.#id}/${action}`, { method: "POST", body });
    if (!response.ok) throw new Error(`scripted server: ${action} ${response.status}`);
  }
}
