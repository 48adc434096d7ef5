import { noChange, type Part } from "lit";
import { Directive, directive, type DirectiveResult } from "lit/directive.js";
import { sameFields } from "../platform/keep-if-same.js";

class WhenChangedDirective extends Directive {
  #drawn: object | undefined;

  render(model: object, view: (model: never) => unknown): unknown {
    return view(model as never);
  }

  override update(_part: Part, [model, view]: [object, (model: never) => unknown]): unknown {
    if (this.#drawn && sameFields(this.#drawn, model)) return noChange;
    this.#drawn = model;
    return this.render(model, view);
  }
}

/**
 * Draws a model, and leaves what is drawn alone while all fields of the model are the same.
 *
 * @example html`${whenChanged({ session, selected }, (row) => rowView(row))}`
 */
export const whenChanged = directive(WhenChangedDirective) as <M extends object>(
  model: M,
  view: (model: M) => unknown,
) => DirectiveResult;
