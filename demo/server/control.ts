import { Problem } from "./http.js";

/** How the endpoint answers. */
export interface Control {
  /** Milliseconds before each answer, 0–60000. */
  readonly delay: number;
  /** `error`: 500; `busy`: 503 with `Retry-After`; `unauthorized`: 401; `never`: keeps silent until told otherwise. */
  readonly answer: "ok" | "error" | "busy" | "unauthorized" | "never";
  /** What the list holds: what is there, nothing, or rows of which some are damaged. */
  readonly list: "live" | "empty" | "malformed";
  /** `none`: no integration is configured, and so the list is empty too. */
  readonly integrations: "configured" | "none";
  /** Minutes by which the server's clock is off, −720–720. */
  readonly clock: number;
  /** Cursors: taken, refused with that status, or answered with changes that have no new one (`bare`). */
  readonly cursors: "ok" | "bare" | (typeof REFUSALS)[number];
  /** `endless`: each page of the list names another one, with the same rows. */
  readonly pages: "ok" | "endless";
  /** `forbidden`: pages of other origins may see an `ETag`, but not ask by it. */
  readonly conditions: "ok" | "forbidden";
  /** New sessions per minute, 0–600. */
  readonly rate: number;
}

/** What a server may say to a cursor that it does not know. */
const REFUSALS = [404, 409, 410, 412, 422, 500] as const;

/** Seconds that a busy endpoint asks to be left alone. */
export const RETRY_AFTER = 120;

/** Everything in order; the rate is the floor's own. */
export const WELL: Omit<Control, "rate"> = {
  delay: 0,
  answer: "ok",
  list: "live",
  integrations: "configured",
  clock: 0,
  cursors: "ok",
  pages: "ok",
  conditions: "ok",
};

type Check<T> = (value: unknown) => value is T;

const oneOf =
  <T extends string | number>(...choices: readonly T[]): Check<T> =>
  (value): value is T =>
    (choices as readonly unknown[]).includes(value);

const from =
  (least: number, most: number): Check<number> =>
  (value): value is number =>
    typeof value === "number" && value >= least && value <= most;

const CHECKS: { readonly [K in keyof Control]: Check<Control[K]> } = {
  delay: from(0, 60_000),
  answer: oneOf("ok", "error", "busy", "unauthorized", "never"),
  list: oneOf("live", "empty", "malformed"),
  integrations: oneOf("configured", "none"),
  clock: from(-720, 720),
  cursors: oneOf<Control["cursors"]>("ok", "bare", ...REFUSALS),
  pages: oneOf("ok", "endless"),
  conditions: oneOf("ok", "forbidden"),
  rate: from(0, 600),
};

/**
 * Reads what is to change.
 *
 * @throws Problem 422 for a name or a value that is none.
 */
export function readControl(body: Readonly<Record<string, unknown>>): Partial<Control> {
  for (const [name, value] of Object.entries(body)) {
    if (!Object.hasOwn(CHECKS, name) || !CHECKS[name as keyof Control](value)) {
      throw new Problem(422, "bad_control", `${JSON.stringify(name)} cannot be ${JSON.stringify(value)}.`);
    }
  }
  return body;
}
