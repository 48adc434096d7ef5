import type { ChildPart } from "lit";
import { directive, type Directive, type PartInfo } from "lit/directive.js";
import { getCommittedValue, getDirectiveClass } from "lit/directive-helpers.js";
import { repeat as litRepeat, type RepeatDirectiveFn } from "lit/directives/repeat.js";

/** A directive that can be drawn; TypeScript has the class of one as abstract. */
interface Drawing extends Directive {
  render(...values: unknown[]): unknown;
}

const LitRepeat = getDirectiveClass(litRepeat([], String)) as new (part: PartInfo) => Drawing;

/**
 * Lit puts a comment before each item and one after it. From 3.3.1 to 3.3.3, the newest, it takes only the first away
 * with the item, so that a list that lives for a day fills with comments, and all that walks it gets slower.
 *
 * Lit's own list stays at work, so order, focus and places are as they were; this takes away what it left of the items
 * that it has just removed. That is one look at each item, and nothing in a Lit that removes both.
 */
class WholeRepeatDirective extends LitRepeat {
  override update(part: ChildPart, args: unknown[]): unknown {
    const before = getCommittedValue(part);
    const drawn = super.update(part, args);
    if (Array.isArray(before)) before.forEach(removeLastOf);
    return drawn;
  }
}

/** @param item null where Lit moved it. */
function removeLastOf(item: ChildPart | null): void {
  if (item && !item.startNode?.parentNode) (item.endNode as ChildNode | null)?.remove();
}

/** Lit's `repeat`, which leaves nothing behind of the items that it removes. */
export const repeat = directive(WholeRepeatDirective) as RepeatDirectiveFn;
