import { ConfigError } from "./embed-config.js";

/** What the page around the frame is asked for. */
export type Wanted = "data-source" | "sdk";

/**
 * Sends the page around this frame one end of a channel, `{ type: "handoff-elements", wants }` with the port, once for
 * each origin that it may be of. Only one of them can be its origin, so at most one port arrives.
 *
 * @returns our ends.
 * @throws ConfigError where there is no page around, or the browser says that it is another's.
 */
export function askHost(wants: Wanted, origins: readonly string[], view: Window): readonly MessagePort[] {
  if (view.parent === view) throw new ConfigError('With src "host" the page must stand in a frame.');
  return addressees(origins, view.location).map((origin) => {
    const { port1, port2 } = new MessageChannel();
    view.parent.postMessage({ type: "handoff-elements", wants }, origin, [port2]);
    return port1;
  });
}

/** Not every browser tells; where it does, a message that cannot arrive would only be an error on the console. */
function addressees(origins: readonly string[], { ancestorOrigins }: Location): readonly string[] {
  const around = (ancestorOrigins as DOMStringList | undefined)?.[0];
  if (around === undefined || around === "null") return origins;
  if (origins.includes(around)) return [around];
  throw new ConfigError(`The page around is of ${around}, which origins does not name.`);
}
