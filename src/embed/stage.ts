import { frameDataSource } from "../sources/frame/frame-data-source.js";
import type { TransferSession } from "../domain/session/session.js";
import type { TransferDataSource } from "../sources/data-source.js";
import type { EmbedConfig } from "./embed-config.js";
import type { Place } from "./place.js";
import { askHost } from "./host-port.js";
import { embeddedTracker } from "./embedded-tracker.js";

/** Puts the page that is configured in the place of what was said before. */
export async function putOnStage(config: EmbedConfig, place: Place): Promise<void> {
  dress(config, place.document);
  const shown = config.page === "tracker" ? embeddedTracker(config, place) : await floor(config, place);
  place.document.body.replaceChildren(shown);
}

function dress({ tokens = {}, lang }: EmbedConfig, { documentElement: root }: Document): void {
  for (const [name, value] of Object.entries(tokens)) root.style.setProperty(name, value);
  if (lang === undefined) return;
  root.lang = lang;
  root.dir = directionOf(lang);
}

function directionOf(lang: string): string {
  try {
    const locale = new Intl.Locale(lang) as Intl.Locale & {
      textInfo?: { direction?: string };
      getTextInfo?(): { direction?: string };
    };
    return (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? "";
  } catch {
    return "";
  }
}

async function floor(config: EmbedConfig, { document, view, base }: Place): Promise<Element> {
  const { page, src, origins = [], credentials, attention, links, view: asked } = config;
  const provider = document.createElement("transfer-sessions-provider");
  const floor = Object.assign(document.createElement("main"), { className: "floor" });
  provider.append(floor);
  if (src === "host") provider.dataSource = await sourceOf(askHost("data-source", origins, view));
  else Object.assign(provider, { src: new URL(src, base).href, credentials });
  if (attention) provider.attention = attention;
  if (links) provider.sessionLinks = (session) => links.flatMap((link) => filled(link, session) ?? []);
  const summary = document.createElement("transfer-sessions-summary");
  floor.append(summary);
  if (page === "floor") {
    const table = document.createElement("transfer-sessions-table");
    table.id = summary.htmlFor = "floor";
    if (asked) table.view = asked;
    floor.append(table);
  }
  return provider;
}

/** The first page that answers is the one around. */
function sourceOf(ports: readonly MessagePort[]): Promise<TransferDataSource> {
  return Promise.race(ports.map((port) => frameDataSource(port)));
}

function filled({ label, href }: { label: string; href: string }, session: TransferSession) {
  let whole = true;
  const fields = session as unknown as Readonly<Record<string, unknown>>;
  const filledIn = href.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (typeof value === "string" && value !== "") return encodeURIComponent(value);
    whole = false;
    return "";
  });
  return whole ? { label, href: filledIn } : undefined;
}
