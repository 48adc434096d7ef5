import { DataSourceError } from "../data-source.js";
import type { HttpEnvironment } from "./options.js";

/**
 * Runs work that ends at the latest when the caller aborts or the time is up, even where the work ignores its signal (a
 * `fetch` of the host's, a token that never comes). Nothing stays behind: no timer, and no listener on the caller's
 * signal, which may live as long as the page.
 *
 * Not `AbortSignal.any`, which Safari has only since 17.4.
 *
 * @throws DataSourceError `aborted` or `timeout`; otherwise what the work throws.
 */
export async function withDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  caller: AbortSignal,
  timeoutMs: number,
  environment: Pick<HttpEnvironment, "after">,
): Promise<T> {
  if (caller.aborted) throw aborted(caller);
  const controller = new AbortController();
  let stop!: (reason: DataSourceError) => void;
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = (reason) => {
      reject(reason);
      controller.abort(reason);
    };
  });
  const onAbort = (): void => stop(aborted(caller));
  caller.addEventListener("abort", onAbort);
  const cancel =
    timeoutMs === Infinity
      ? undefined
      : environment.after(timeoutMs, () =>
          stop(new DataSourceError(`No full answer within ${timeoutMs / 1000} s.`, { kind: "timeout" })),
        );
  try {
    return await Promise.race([stopped, work(controller.signal)]);
  } finally {
    cancel?.();
    caller.removeEventListener("abort", onAbort);
  }
}

function aborted(signal: AbortSignal): DataSourceError {
  return new DataSourceError("The request was aborted.", { kind: "aborted", cause: signal.reason });
}
