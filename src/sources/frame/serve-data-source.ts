import { browserEnvironment } from "../../platform/browser-environment.js";
import type { Clock, Timers } from "../../platform/environment.js";
import { property } from "../../platform/property.js";
import { DataSourceError, type TransferDataSource } from "../data-source.js";
import { readLifecycle } from "../wire/lifecycle-reader.js";
import { plainRows, textsOf } from "../wire/portable-rows.js";
import { readSession } from "../wire/session-reader.js";
import { idText } from "../wire/text.js";
import { listRequestOf, rowsIn } from "./frame-list.js";
import { type ServedList, ServedSource } from "./served-source.js";
import { methodsOf, serveAt } from "./served-port.js";

const METHODS = ["list", "get", "end", "integrations", "lifecycle", "saveLifecycle"] as const;

/** By source, so that all frames share one. */
const served = new WeakMap<TransferDataSource, ServedSource>();

/**
 * Serves a data source to a frame, which needs no token, no address and no network of its own for it: see
 * `frameDataSource`. One source may be served at any number of ports: polls that are merely due share one request.
 *
 * ```js
 * const { port1, port2 } = new MessageChannel();
 * const stop = serveDataSource(dataSource, port1);
 * frame.contentWindow.postMessage("data", "https://widget.example", [port2]);
 * ```
 *
 * @param port a `MessagePort` that carries nothing else; it is started.
 * @returns what stops it. A closed port stops it as well, where the browser tells of that.
 * @throws TypeError where the source has no `list`, or the port is none.
 */
export function serveDataSource(source: TransferDataSource, port: MessagePort): () => void {
  return serveDataSourceIn(browserEnvironment, source, port);
}

/**
 * @internal The same with the clock and the timers given.
 */
export function serveDataSourceIn(
  environment: { readonly clock: Clock; readonly timers: Timers },
  source: TransferDataSource,
  port: MessagePort,
): () => void {
  if (typeof property(source, "list") !== "function") throw new TypeError("serveDataSource: the source has no list.");
  if (typeof property(port, "start") !== "function") throw new TypeError("serveDataSource: the port is none.");
  const shared = served.get(source) ?? new ServedSource(source, environment);
  served.set(source, shared);
  const asker = {};
  return serveAt(port, {
    methods: () => [...methodsOf(source, METHODS), "subscribe"],
    offer: () => (property(source, "queries") === true ? { queries: true } : {}),
    run(method, [first, second], signal) {
      switch (method) {
        case "list":
          return shared.list(asker, second, { ...listRequestOf(first), signal });
        case "get":
          return source.get!(idText(first) ?? "", { signal });
        case "end": {
          const { session, rejected } = readSession(first);
          if (!session) throw new DataSourceError(`That is no session: ${rejected}`, { kind: "invalid" });
          const reason = property(second, "reason");
          return shared.end(session, { signal, ...(typeof reason === "string" && { reason }) });
        }
        case "integrations":
          return source.integrations!({ signal });
        case "lifecycle":
          return source.lifecycle!({ signal });
        case "saveLifecycle":
          return source.saveLifecycle!(readLifecycle(first), { signal });
        default:
          return undefined;
      }
    },
    pack(value, method, plain) {
      if (method !== "list") {
        return { value: plain ? plainRows([value])[0] : value, ...(method === "get" && textsOf([value])) };
      }
      const { list, held } = value as ServedList;
      const rows = rowsIn(list);
      return { value: plain ? withRows(list, plainRows(rows)) : list, ...textsOf(rows), ...(held && { held }) };
    },
    subscribe: (onChange) => shared.subscribe(onChange),
  });
}

/** The same answer with other rows. */
function withRows(list: ServedList["list"], rows: readonly unknown[]): unknown {
  if (Array.isArray(list)) return rows;
  return "changed" in list ? { ...list, changed: rows } : { ...list, sessions: rows };
}
