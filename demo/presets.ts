import { WELL, type Control } from "./server/control.js";

/** What the address of the page asks for, so that a state of it can be shown or photographed. */
export interface Presets {
  /** `?dark`, `?light`. */
  readonly theme: "auto" | "light" | "dark";
  /** `?rtl`. */
  readonly rtl: boolean;
  /** `?panel`: the drawer is open. */
  readonly panel: boolean;
  /** `?poll=`: milliseconds between polls. */
  readonly poll: string | null;
  /** `?state=`: one of the names in STATES. Without it the endpoint is left as it is. */
  readonly control: Partial<Control> | undefined;
}

const STATES: Readonly<Record<string, Partial<Control>>> = {
  ok: {},
  slow: { delay: 5000 },
  "500": { answer: "error" },
  "503": { answer: "busy" },
  "401": { answer: "unauthorized" },
  never: { answer: "never" },
  empty: { list: "empty" },
  malformed: { list: "malformed" },
  none: { integrations: "none" },
  clock: { clock: 60 },
  cursors: { cursors: 410 },
};

/** @param search the query part of the page's address. */
export function readPresets(search: string): Presets {
  const query = new URLSearchParams(search);
  const state = query.get("state");
  return {
    theme: query.has("dark") ? "dark" : query.has("light") ? "light" : "auto",
    rtl: query.has("rtl"),
    panel: query.has("panel"),
    poll: query.get("poll"),
    control: state !== null && Object.hasOwn(STATES, state) ? { ...WELL, ...STATES[state] } : undefined,
  };
}
