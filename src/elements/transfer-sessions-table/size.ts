import { noChange, type ElementPart } from "lit";
import { Directive, directive } from "lit/directive.js";

/** One length of an element in px, set from script: a strict content security policy refuses style attributes. */
class SizeDirective extends Directive {
  #set: number | undefined;

  render(_property: "inlineSize" | "blockSize", _size: number | undefined): unknown {
    return noChange;
  }

  override update(part: ElementPart, [property, size]: ["inlineSize" | "blockSize", number | undefined]): unknown {
    if (size !== this.#set) {
      this.#set = size;
      (part.element as HTMLElement).style[property] = size === undefined ? "" : `${size}px`;
    }
    return noChange;
  }
}

/** `${size("inlineSize", 120)}` on an element; `undefined` leaves it to the style sheet. */
export const size = directive(SizeDirective);
