import type { Control } from "./server/control.js";

/** Says in one sentence how the endpoint misbehaves; `""` when it does not. */
export function troubleOf(control: Control): string {
  const parts = [
    control.answer === "error" && "answers every request with 500",
    control.answer === "busy" && "answers every request with 503",
    control.answer === "unauthorized" && "answers every request with 401",
    control.answer === "never" && "answers nothing",
    control.list === "empty" && "lists no sessions",
    control.list === "malformed" && "damages some of its rows",
    control.cursors === "bare" && "answers cursors with changes that have no new one",
    typeof control.cursors === "number" && `refuses cursors with ${control.cursors}`,
    control.pages === "endless" && "has pages without an end",
    control.conditions === "forbidden" && "lets no page of another origin ask by an ETag",
    control.integrations === "none" && "has no integration configured",
    control.clock > 0 && "has a clock that is 1 h ahead",
    control.clock < 0 && "has a clock that is 1 h behind",
    control.delay > 0 && `takes ${secondsOf(control.delay)} to answer`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return "";
  return `The endpoint ${parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`}.`;
}

/** @param milliseconds as the slider gives them. */
export function secondsOf(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}
