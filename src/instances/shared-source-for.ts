import { warnOnce } from "../platform/warn-once.js";
import type { SessionList, TransferDataSource } from "../sources/data-source.js";
import type { SharingEnvironment } from "../stores/sharing/sharing-environment.js";
import type { SharedList } from "../stores/sharing/shared-list.js";
import { answersQueries } from "./session-store-for.js";

export interface SharedSourceOptions {
  /** Clock, timers, locks …: what is left out is the browser's. Counts only for the call that makes the source. */
  readonly environment?: Partial<SharingEnvironment>;
}

const sources = new WeakMap<TransferDataSource, Map<string, TransferDataSource>>();

/**
 * The same source with a list that all tabs of the origin share under that address. What it takes to share is loaded
 * with the first request; a source that answers queries itself has no one list, and is returned as it is.
 */
export function sharedSourceFor(
  source: TransferDataSource,
  src: string,
  { environment }: SharedSourceOptions = {},
): TransferDataSource {
  if (answersQueries(source)) {
    warnOnce('share="tabs" is not for a data source that answers queries itself; each tab polls by itself.');
    return source;
  }
  const name = addressOf(src);
  let byName = sources.get(source);
  if (!byName) sources.set(source, (byName = new Map()));
  let shared = byName.get(name);
  if (!shared) byName.set(name, (shared = shareSource(source, name, environment)));
  return shared;
}

/** Of one endpoint there is one name, however it is written. */
function addressOf(src: string): string {
  try {
    const url = new URL(src, document.baseURI);
    url.hash = "";
    url.pathname = url.pathname.replace(/\/+$/, "");
    return url.href;
  } catch {
    return src;
  }
}

const PASSED_ON = ["get", "integrations", "lifecycle", "saveLifecycle"] as const;

function shareSource(
  source: TransferDataSource,
  name: string,
  environment: Partial<SharingEnvironment> | undefined,
): TransferDataSource {
  let loading: Promise<SharedList | undefined> | undefined;
  const load = () =>
    (loading ??= import("./shared-list-for.js").then(
      ({ sharedListFor }) => sharedListFor(source, name, environment),
      () => {
        warnOnce('what share="tabs" needs could not be loaded; each tab polls by itself.');
        return undefined;
      },
    ));
  const shared: TransferDataSource = {
    list: async (request) => ((await load()) ?? source).list(request),
    subscribe(onChange: (hint?: SessionList) => void) {
      let stopped = false;
      let stop: (() => void) | undefined;
      const start = (list: SharedList | undefined) => {
        if (!stopped) stop = (list ?? source).subscribe?.(onChange);
      };
      load()
        .then(start)
        .catch((error: unknown) => warnOnce(`the data source could not be subscribed to: ${error}`));
      return () => {
        stopped = true;
        stop?.();
      };
    },
  };
  for (const method of PASSED_ON) {
    if (!has(source, method)) continue;
    Object.assign(shared, { [method]: (...given: unknown[]) => call(source, method, given) });
  }
  if (has(source, "end")) {
    shared.end = async (session, request) => {
      await source.end!(session, request);
      (await load())?.outdate();
    };
  }
  return shared;
}

/** A host's getter may throw. */
function has(source: TransferDataSource, method: keyof TransferDataSource): boolean {
  try {
    return typeof source[method] === "function";
  } catch {
    return false;
  }
}

function call(source: TransferDataSource, method: (typeof PASSED_ON)[number], given: readonly unknown[]): unknown {
  return (source[method] as (...given: unknown[]) => unknown).call(source, ...given);
}
