import type { LifecycleSettings } from "../../domain/session/lifecycle.js";
import { property } from "../../platform/property.js";
import type { Integration, SessionList, TransferDataSource } from "../data-source.js";
import { keepTexts, type WireTextOfRow } from "../wire/portable-rows.js";
import { CalledPort } from "./called-port.js";
import { rowsIn } from "./frame-list.js";
import type { Offered } from "./frame-message.js";

/**
 * The data source that the page around this frame serves at the other end of a port, with `serveDataSource`. It has the
 * methods that are offered there. Failures come with their `kind`, `status` and `retryAfterMs`; a request that is given
 * up here is given up there; a push there makes a poll here. Digits beyond what JavaScript keeps come along.
 *
 * @param port a `MessagePort` that carries nothing else; it is started.
 * @returns the source, once the page has said what it offers. It may take its time: nothing rejects but a port that is
 *   none (TypeError).
 */
export function frameDataSource(port: MessagePort): Promise<TransferDataSource> {
  return new Promise((resolve) => {
    if (typeof property(port, "postMessage") !== "function") throw new TypeError("frameDataSource: the port is none.");
    const listeners = new Set<() => void>();
    const called: CalledPort = new CalledPort(
      port,
      (offered) => {
        // Served anew: whoever serves now knows nothing of it.
        if (listeners.size > 0) called.subscribe(true);
        resolve(sourceOf(called, listeners, offered));
      },
      () => {
        for (const listener of [...listeners]) listener();
      },
    );
  });
}

function sourceOf(called: CalledPort, listeners: Set<() => void>, { methods, queries }: Offered): TransferDataSource {
  const valueOf = async (method: string, args: readonly unknown[], signal: AbortSignal) =>
    (await called.call(method, args, signal)).value;
  /** Names the list that whoever asks here holds, for as long as the request that brought it stands unaborted. */
  let held: { readonly name: string | undefined; readonly signal: AbortSignal } | undefined;
  const has = (method: string) => methods.includes(method);
  return {
    ...(queries && { queries }),
    async list({ signal, ...request }) {
      const name = held?.signal.aborted ? undefined : held?.name;
      const { value, texts, held: given } = await called.call("list", [request, name], signal);
      // Of a list in pages the next one may fail.
      if (request.page === undefined) held = { name: property(value, "nextPage") ? undefined : given, signal };
      return listOf(value, texts);
    },
    ...(has("get") && {
      async get(id, { signal }) {
        const { value, texts } = await called.call("get", [id], signal);
        keepTexts([value], texts);
        return value;
      },
    }),
    ...(has("end") && {
      async end(session, { signal, ...request }) {
        await called.call("end", [session, request], signal);
      },
    }),
    ...(has("integrations") && {
      integrations: ({ signal }) => valueOf("integrations", [], signal) as Promise<readonly Integration[]>,
    }),
    ...(has("lifecycle") && {
      lifecycle: ({ signal }) => valueOf("lifecycle", [], signal) as Promise<LifecycleSettings>,
    }),
    ...(has("saveLifecycle") && {
      saveLifecycle: (settings, { signal }) =>
        valueOf("saveLifecycle", [settings], signal) as Promise<LifecycleSettings | void>,
    }),
    ...(has("subscribe") && {
      subscribe(onChange) {
        const listener = () => onChange();
        listeners.add(listener);
        if (listeners.size === 1) called.subscribe(true);
        return () => {
          if (listeners.delete(listener) && listeners.size === 0) called.subscribe(false);
        };
      },
    }),
  };
}

/** What came through the port was made for us: nobody else holds it. */
function listOf(value: unknown, texts: readonly WireTextOfRow[] | undefined): SessionList | readonly unknown[] {
  keepTexts(rowsIn(value), texts);
  if (typeof value === "object" && value !== null) Object.defineProperty(value, "fresh", { value: true });
  return value as SessionList;
}
