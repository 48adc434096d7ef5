/**
 * The little of Node's HTTP that the endpoint uses, named here, so that it depends on nothing: Node's own server, Vite's
 * and Koa's (`ctx.req`, `ctx.res`) all fit.
 */
export interface Incoming {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  on(event: string, listener: (chunk: Uint8Array) => void): unknown;
  resume(): unknown;
}

export interface Outgoing {
  statusCode: number;
  readonly headersSent: boolean;
  readonly writableEnded: boolean;
  readonly destroyed: boolean;
  setHeader(name: string, value: string): unknown;
  /** @returns whether more may be written at once; else there will be a `drain`. */
  write(text: string): boolean;
  end(body?: string): unknown;
  destroy(): unknown;
  on(event: "close" | "drain", listener: () => void): unknown;
}

/** An answer before it is sent. A body that is `undefined` sends none. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What is wrong with a request, or with the endpoint, as an answer. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  get answer(): Answer {
    return {
      status: this.status,
      headers: this.headers,
      body: { error: { code: this.code, message: this.message } },
    };
  }
}

/** Sends an answer, unless the other side has gone. */
export function send(response: Outgoing, { status, headers = {}, body }: Answer): void {
  if (response.headersSent || response.writableEnded || response.destroyed) return;
  response.statusCode = status;
  // The browser's own cache stays out of it: asking with If-None-Match is the page's business.
  response.setHeader("Cache-Control", "no-store");
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.end(JSON.stringify(body));
}

/** One header as text; one that was sent more than once counts as its first. */
export function header(request: Incoming, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "object" ? value[0] : value;
}
