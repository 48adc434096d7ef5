import type { ReactiveController, ReactiveControllerHost } from "lit";
import { commonEnglish, type CommonStrings } from "../../i18n/common-strings.js";
import { isolating } from "../../i18n/isolate.js";
import { keepIfSame } from "../../platform/keep-if-same.js";
import { localeGroup, mergeStrings, tagOf, watchLocales, type LocaleGroups } from "../../i18n/locales.js";
import { isElement, isShadowRoot } from "../../platform/page/nodes.js";

/** The words of an element, in one language: the same object until one of them changes. */
export interface Words<S> {
  readonly strings: S;
  readonly common: CommonStrings;
  /** BCP 47 tag for `Intl`; empty = the browser's own. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
}

/** An element whose words a host can override. */
export type LocalizedHost = ReactiveControllerHost & HTMLElement & { strings?: unknown };

/** The groups that hold exactly these words. An element whose words are in no group does not compile. */
type GroupOf<S> = {} extends S
  ? ""
  : { [G in keyof LocaleGroups]-?: LocaleGroups[G] extends S ? G : never }[keyof LocaleGroups];

const hosts = new Set<LocalizedHost>();
let observer: MutationObserver | undefined;
let stopLocales: (() => void) | undefined;

function updateHosts(): void {
  for (const host of hosts) host.requestUpdate();
}

/** One observer for all elements: a page rarely changes its language, and there may be hundreds of badges. */
function watch({ documentElement }: Document): void {
  observer ??= new MutationObserver(updateHosts);
  observer.observe(documentElement, { attributes: true, attributeFilter: ["lang", "dir"] });
  stopLocales ??= watchLocales(updateHosts);
}

function unwatch(): void {
  observer?.disconnect();
  stopLocales?.();
  observer = stopLocales = undefined;
}

function inheritedAttribute(element: Element, name: string): string {
  for (let node: Node | null = element; node;) {
    if (isElement(node)) {
      const value = node.getAttribute(name);
      if (value) return value;
    }
    node = node.parentNode ?? (isShadowRoot(node) ? node.host : null);
  }
  return "";
}

/**
 * Gives an element its words and its language: the nearest `lang`, through shadow roots, up to the document's; then the
 * registered locale; then English. A host's `strings` win over both.
 */
export class LocalizeController<S extends object> implements ReactiveController, Words<S> {
  lang = "";
  dir: "ltr" | "rtl" = "ltr";
  strings: S;
  common: CommonStrings = commonEnglish;

  readonly #host: LocalizedHost;
  readonly #group: string;
  readonly #english: S;
  #overrides: unknown;
  #locale: unknown;
  #commonLocale: unknown;
  #words: Words<S> | undefined;

  /** @param group the element's group in a {@link Locale}; empty for one that has no words but the common ones. */
  constructor(host: LocalizedHost, group: GroupOf<S>, english: S) {
    this.#host = host;
    this.#group = group;
    this.#english = english;
    this.strings = isolating(english, false);
    host.addController(this);
  }

  get words(): Words<S> {
    const { strings, common, lang, dir } = this;
    return (this.#words = keepIfSame(this.#words, { strings, common, lang, dir }));
  }

  hostConnected(): void {
    hosts.add(this.#host);
    watch(this.#host.ownerDocument);
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (hosts.size === 0) unwatch();
  }

  hostUpdate(): void {
    const lang = tagOf(inheritedAttribute(this.#host, "lang"));
    const dir = inheritedAttribute(this.#host, "dir").toLowerCase() === "rtl" ? "rtl" : "ltr";
    const locale = localeGroup(lang, this.#group);
    const commonLocale = localeGroup(lang, "common");
    const overrides = this.#host.strings;
    const same =
      locale === this.#locale &&
      commonLocale === this.#commonLocale &&
      overrides === this.#overrides &&
      dir === this.dir;
    this.lang = lang;
    this.dir = dir;
    if (same) return;
    this.#locale = locale;
    this.#commonLocale = commonLocale;
    this.#overrides = overrides;
    // A host names the element's own words and the common ones in one object.
    const strings = mergeStrings(mergeStrings(this.#english, locale), overrides, commonEnglish);
    this.strings = isolating(strings, dir === "rtl");
    this.common = mergeStrings(mergeStrings(commonEnglish, commonLocale), overrides, this.#english);
  }
}
