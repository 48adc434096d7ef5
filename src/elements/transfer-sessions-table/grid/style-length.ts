import { noChange, type ElementPart } from "lit";
import { Directive, directive, type DirectiveResult } from "lit/directive.js";

type Side = "inlineSize" | "minInlineSize" | "blockSize";

/** One length of an element, in px where it is a number, set from script: a strict content security policy refuses style attributes. */
class StyleLengthDirective extends Directive {
  #set: number | string | undefined;

  render(_property: Side, _size: number | string | undefined): unknown {
    return noChange;
  }

  override update(part: ElementPart, [property, size]: [Side, number | string | undefined]): unknown {
    if (size !== this.#set) {
      this.#set = size;
      (part.element as HTMLElement).style[property] = typeof size === "number" ? `${size}px` : (size ?? "");
    }
    return noChange;
  }
}

/** `${styleLength("inlineSize", 120)}` on an element; `undefined` leaves it to the style sheet. */
export const styleLength: (property: Side, size: number | string | undefined) => DirectiveResult =
  directive(StyleLengthDirective);
