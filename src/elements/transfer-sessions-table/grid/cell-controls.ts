/**
 * What a cell holds for a person to use. A host's `render` may give anything, web components with closed roots included:
 * what takes the focus there is the host's, with its clicks and its keys.
 */
const FOCUSABLE =
  "button, a, input, select, textarea, summary, audio, video, [tabindex], [contenteditable]:not([contenteditable=false])";

/** A pop-up of the host's: all of it is, also the text in it. */
const POP_UP = "dialog, [popover]";

const PRESSABLE = `${FOCUSABLE}, label, ${POP_UP}`;

/** The cell that an element stands in, or is. */
export const cellAround = (element: Element): HTMLElement | null => element.closest<HTMLElement>("[data-column]");

/** The elements of a cell that an event came through, innermost first, also those inside of open web components. */
function pathInCell(event: Event): readonly Element[] {
  const cell = cellAround(event.target as Element);
  const path = event.composedPath() as Element[];
  return path.slice(0, cell ? path.indexOf(cell) : 0).filter(({ nodeType }) => nodeType === Node.ELEMENT_NODE);
}

/** Whether a click in a cell is for a control in it, or has been dealt with by whoever put it there. */
export function isForControl(event: MouseEvent): boolean {
  if (event.defaultPrevented) return true;
  const path = pathInCell(event);
  // A button behind a closed root cannot be seen, but has taken the focus.
  const active = (path.at(-1)?.getRootNode() as Partial<DocumentOrShadowRoot> | undefined)?.activeElement;
  return path.some((element) => element === active || element.matches(PRESSABLE) || isField(element));
}

function isField({ shadowRoot, constructor }: Element): boolean {
  return Boolean(shadowRoot?.delegatesFocus || (constructor as { formAssociated?: unknown }).formAssociated);
}

/** Whether a key was pressed in a pop-up that stands in a cell. */
export function isInPopUp(event: KeyboardEvent): boolean {
  return pathInCell(event).some((element) => element.matches(POP_UP));
}

/** Whether what has the focus can only be pressed: it has no use for arrows. */
export function isOnlyPressed(event: KeyboardEvent): boolean {
  return (event.composedPath()[0] as Element).matches("button, a, summary, input[type=checkbox]");
}

/**
 * Moves the focus to a control of a cell.
 *
 * @param from the one that has the focus; without it, the first one of all.
 * @param by 1: the next, -1: the one before.
 */
export function focusControl(cell: Element, from?: Element, by: 1 | -1 = 1): void {
  // What a web component does with the focus is up to it: one that only shows something takes none.
  const controls = [...cell.querySelectorAll<HTMLElement>("*")].filter(
    (element) => element.matches(FOCUSABLE) || element.localName.includes("-"),
  );
  if (by < 0) controls.reverse();
  const start = from ? controls.indexOf(from as HTMLElement) + 1 : 0;
  for (const control of controls.slice(start)) {
    // A host's component: into an open root there is a way, and one with a closed root has to take the focus by itself.
    for (const target of [control, control.shadowRoot?.querySelector<HTMLElement>(FOCUSABLE)]) {
      target?.focus();
      if (control.matches(":focus, :focus-within")) return;
    }
  }
}
