/**
 * What the pure layers may name of the web platform: cancellation, and the parameters of an address. Browsers, Node
 * and workers all have them, but only the DOM lib declares them, and those layers compile without it
 * (tsconfig.core.json).
 */
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}
declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}
declare class URLSearchParams {
  constructor(init?: URLSearchParams | string);
  append(name: string, value: string): void;
  delete(name: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
}
