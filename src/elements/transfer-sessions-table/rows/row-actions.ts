import { sessionKey, type TransferSession } from "../../../domain/session/session.js";
import { acceptList } from "../../../lit/properties/accept-list.js";
import { reasonOf } from "../../../platform/reason-of.js";
import { warnOnce } from "../../../platform/warn-once.js";
import { clip } from "../../shared/clip.js";

/** An action of the host's, shown in the Actions cell of each row before End. A row has room for two or so. */
export interface TransferRowAction {
  readonly id: string;
  /** What the button says; its accessible name adds the contact. */
  readonly label: string;
  /**
   * Called when a person presses the button. While its promise is out the button is busy. What it throws, or rejects
   * with, is warned of once and shown nowhere: telling the person is up to the host.
   */
  run(session: TransferSession): void | Promise<void>;
  /** `true`; `false`: the button is not shown; text: why it cannot be pressed now. Default: true. */
  available?(session: TransferSession): boolean | string;
  /** Destructive: its text is red. */
  readonly danger?: boolean;
}

/** px of the Actions column with nothing but End in it, and of a button without its text. */
const END_WIDTH = 136;
const BUTTON_WIDTH = 22;

/** The host's actions, and which of them are under way. */
export class RowActions {
  readonly #onChange: () => void;
  #list: readonly TransferRowAction[] = [];
  #busy: ReadonlySet<string> = new Set();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get list(): readonly TransferRowAction[] {
    return this.#list;
  }

  /** Keys of those under way ({@link keyOfAction}). Another set whenever rows have to be drawn again. */
  get busy(): ReadonlySet<string> {
    return this.#busy;
  }

  /** px that the Actions column needs; `undefined` leaves it to the style sheet. */
  get width(): number | undefined {
    if (this.#list.length === 0) return undefined;
    return this.#list.reduce((width, { label }) => width + BUTTON_WIDTH + roughWidth(label), END_WIDTH);
  }

  /** Takes what a host set; what is wrong with it is left out with a warning. */
  set(value: unknown): void {
    const list = acceptList(value, this.#list, "rowActions", "an id, a label and run(session)", readAction);
    if (list === this.#list) return;
    this.#list = list;
    this.#onChange();
  }

  async run(action: TransferRowAction, session: TransferSession): Promise<void> {
    const key = keyOfAction(action, session);
    if (this.#busy.has(key)) return;
    this.#setBusy(new Set([...this.#busy, key]));
    try {
      await action.run(session);
    } catch (error) {
      warnThrown(action, "run", error);
    }
    // What it did may have changed what is available: rows are drawn again in any case.
    this.#setBusy(new Set([...this.#busy].filter((other) => other !== key)));
  }

  #setBusy(busy: ReadonlySet<string>): void {
    this.#busy = busy;
    this.#onChange();
  }
}

function readAction(given: Readonly<Record<string, unknown>>): TransferRowAction | undefined {
  const { id, label, run, available, danger } = given;
  if (typeof id !== "string" || id === "" || typeof label !== "string" || label.trim() === "") return undefined;
  if (typeof run !== "function" || (available !== undefined && typeof available !== "function")) return undefined;
  return {
    id,
    label: clip(label),
    run: (session) => Reflect.apply(run, given, [session]) as Promise<void>,
    ...(available && { available: (session) => Reflect.apply(available, given, [session]) as boolean | string }),
    danger: danger === true,
  };
}

/** Whether a row offers an action: `true`, `false`, or why it cannot be pressed now. */
export function isAvailable(action: TransferRowAction, session: TransferSession): boolean | string {
  if (!action.available) return true;
  try {
    const answer: unknown = action.available(session);
    if (typeof answer === "boolean") return answer;
    if (typeof answer === "string") return answer === "" ? false : answer;
    throw new TypeError("it must give true, false or a text");
  } catch (error) {
    warnThrown(action, "available", error);
    return false;
  }
}

function warnThrown({ id }: TransferRowAction, what: string, error: unknown): void {
  warnOnce(`${what} of the row action ${JSON.stringify(clip(id))} failed: ${reasonOf(error)}`);
}

export const keyOfAction = ({ id }: TransferRowAction, session: TransferSession): string =>
  `${id}\n${sessionKey(session)}`;

/** Widths are fixed before anything is drawn: a guess on the wide side, which a person or the view can change. */
function roughWidth(label: string): number {
  let width = 0;
  for (const character of label) width += character < "\u0500" ? 8 : 15;
  return width;
}
