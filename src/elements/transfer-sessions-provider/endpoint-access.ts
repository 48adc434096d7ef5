import { warnOnce } from "../../platform/warn-once.js";
import type { TransferDataSource } from "../../sources/data-source.js";
import { httpDataSource } from "../../sources/http.js";
import type { HttpDataSourceOptions } from "../../sources/http.js";

export type ProviderHeaders = HttpDataSourceOptions["headers"];

const CREDENTIALS = ["omit", "same-origin", "include"] as const;

/** How the endpoint at `src` is asked. Headers and token are read at each request: a new one makes no new source. */
export class EndpointAccess {
  headers: ProviderHeaders;
  token: string | undefined;
  credentials: RequestCredentials | undefined;

  /** @returns `undefined`, after a warning, where no endpoint can be there. */
  sourceAt(url: string): TransferDataSource | undefined {
    const { credentials } = this;
    try {
      return httpDataSource({ url, headers: () => this.#headers(), ...(credentials && { credentials }) });
    } catch {
      warnOnce(`src must be the address of an HTTP endpoint, not ${JSON.stringify(url)}; ignored.`);
      return undefined;
    }
  }

  async #headers(): Promise<Headers> {
    const { headers: given } = this;
    const headers = new Headers(await (typeof given === "function" ? given() : given));
    if (this.token && !headers.has("authorization")) headers.set("authorization", `Bearer ${this.token}`);
    return headers;
  }
}

/** @returns `before`, after a warning, for what is no text. */
export function acceptToken(value: unknown, before: string | undefined): string | undefined {
  const token = value ?? "";
  if (typeof token === "string") return token.trim() || undefined;
  warnOnce("token must be a text; ignored.");
  return before;
}

/** @returns `before`, after a warning, for what `fetch` would refuse at every request. */
export function acceptCredentials(
  value: unknown,
  before: RequestCredentials | undefined,
): RequestCredentials | undefined {
  const known = CREDENTIALS.find((one) => one === value);
  if (known || value === undefined || value === null) return known;
  warnOnce('credentials must be "omit", "same-origin" or "include"; ignored.');
  return before;
}
