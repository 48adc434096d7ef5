/**
 * The one part of the web platform that the pure layers may name: cancellation. Browsers, Node and workers all have
 * it, but only the DOM lib declares it, and those layers compile without that lib (tsconfig.core.json).
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
