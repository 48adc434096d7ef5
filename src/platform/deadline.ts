import type { Timers } from "./environment.js";

export interface Deadline {
  readonly timers: Timers;
  /** Milliseconds; `Infinity` for none. */
  readonly limit: number;
  /** What the work fails with when the time is up. */
  late(): unknown;
  /** Whoever wants the work done; its abort ends the work, too. */
  readonly caller?: AbortSignal;
  /** What the work fails with when the caller aborts; default the reason of the abort. */
  aborted?(caller: AbortSignal): unknown;
}

/**
 * Runs work that ends at the latest when the time is up or the caller aborts, even where the work ignores its signal (a
 * `fetch` of the host's, a promise that was lost). Nothing stays behind: no timer, and no listener on the caller's
 * signal, which may live as long as the page.
 *
 * Not `AbortSignal.any`, which Safari has only since 17.4, nor `AbortSignal.timeout`, whose clock is not ours.
 *
 * @throws what `late` or `aborted` gives; otherwise what the work throws.
 */
export async function withDeadline<T>(
  work: (signal: AbortSignal) => T | PromiseLike<T>,
  { timers, limit, late, caller, aborted = ({ reason }) => reason }: Deadline,
): Promise<T> {
  if (caller?.aborted) throw aborted(caller);
  const controller = new AbortController();
  let stop!: (error: unknown) => void;
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = (error) => {
      // The rejection first: work that answers its abort at once must not hide why it was stopped.
      reject(error);
      controller.abort(error);
    };
  });
  const onAbort = (): void => stop(aborted(caller!));
  caller?.addEventListener("abort", onAbort);
  const cancel = limit === Infinity ? undefined : timers.after(limit, () => stop(late()));
  try {
    return await Promise.race([stopped, work(controller.signal)]);
  } finally {
    cancel?.();
    caller?.removeEventListener("abort", onAbort);
  }
}
