import { warnOnce } from "../platform/warn-once.js";
import { reasonOf } from "../platform/reason-of.js";

/** A class that says which version of the package it comes from, so that two copies on one page recognise each other. */
export interface VersionedElement extends CustomElementConstructor {
  readonly version: string;
}

/**
 * Registers an element, unless its tag is taken: the first wins, as the platform has it. A second copy of the same
 * version passes in silence, since bundlers make such copies; anything else is worth one warning. It never throws,
 * since that would take down a page for a tag that works.
 *
 * Where there is no document (Node), nothing is defined. The check is for the document, since Lit brings a
 * `customElements` of its own there.
 */
export function defineElement(tag: string, elementClass: VersionedElement): void {
  if (typeof document === "undefined" || typeof customElements === "undefined") return;
  const existing = customElements.get(tag) as Partial<VersionedElement> | undefined;
  if (existing === undefined) {
    try {
      customElements.define(tag, elementClass);
    } catch (error) {
      warnOnce(`<${tag}> could not be defined: ${reasonOf(error)}`);
    }
    return;
  }
  if (existing === elementClass || existing.version === elementClass.version) return;
  warnOnce(
    typeof existing.version === "string"
      ? `<${tag}> is already defined by version ${existing.version}; version ${elementClass.version} is ignored.`
      : `<${tag}> is already defined by another library; ours is ignored.`,
  );
}
