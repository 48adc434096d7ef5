import { noChange, type ElementPart } from "lit";
import { Directive, directive, type DirectiveResult } from "lit/directive.js";

type Property = "inline-size" | "min-inline-size" | "block-size" | "--_indent";

/** One length of an element, in px where it is a number, set from script: a strict content security policy refuses style attributes. */
class StyleLengthDirective extends Directive {
  #set: number | string | undefined;

  render(_property: Property, _size: number | string | undefined): unknown {
    return noChange;
  }

  override update(part: ElementPart, [property, size]: [Property, number | string | undefined]): unknown {
    if (size !== this.#set) {
      this.#set = size;
      const { style } = part.element as HTMLElement;
      style.setProperty(property, typeof size === "number" ? `${size}px` : (size ?? null));
    }
    return noChange;
  }
}

/** `${styleLength("inline-size", 120)}` on an element; `undefined` leaves it to the style sheet. */
export const styleLength: (property: Property, size: number | string | undefined) => DirectiveResult =
  directive(StyleLengthDirective);
