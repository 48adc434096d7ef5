import type { CSSResult, CSSResultOrNative, LitElement, ReactiveElement } from "lit";

/** Styles of parts that were loaded late. */
const late = new WeakMap<ReactiveElement, readonly CSSResult[]>();

/** A sheet belongs to the document that made it: what other documents than ours have got. */
const foreign = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();

/** Gives an element the sheets of the document that it stands in. One that nobody sees, such as a template's, needs none. */
export function adoptStyles(host: ReactiveElement, root: ShadowRoot): void {
  const { elementStyles } = host.constructor as typeof LitElement;
  const sheets = [...elementStyles, ...(late.get(host) ?? [])].map((style) => sheetIn(root.ownerDocument, style));
  root.adoptedStyleSheets = sheets.filter((sheet) => sheet !== undefined);
}

/** Gives an element the styles of a part that is loaded late. */
export function addStyles(host: ReactiveElement, style: CSSResult): void {
  const before = late.get(host) ?? [];
  if (before.includes(style)) return;
  late.set(host, [...before, style]);
  const root = host.renderRoot as ShadowRoot;
  const sheet = sheetIn(root.ownerDocument, style);
  if (sheet) root.adoptedStyleSheets.push(sheet);
}

function sheetIn(owner: Document, style: CSSResultOrNative): CSSStyleSheet | undefined {
  if (owner === document) return "cssText" in style ? style.styleSheet : style;
  const Sheet = owner.defaultView?.CSSStyleSheet;
  if (!Sheet) return undefined;
  let sheets = foreign.get(owner);
  if (!sheets) foreign.set(owner, (sheets = new Map()));
  let sheet = sheets.get(style);
  if (!sheet) {
    sheets.set(style, (sheet = new Sheet()));
    sheet.replaceSync("cssText" in style ? style.cssText : textOf(style));
  }
  return sheet;
}

function textOf({ cssRules }: CSSStyleSheet): string {
  return [...cssRules].map(({ cssText }) => cssText).join("\n");
}
