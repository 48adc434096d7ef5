import { ContextRoot, createContext } from "@lit/context";
import type { AttentionThresholds } from "../../domain/session/attention.js";
import type { LifecycleSettings } from "../../domain/session/lifecycle.js";
import type { SessionLinks } from "../properties/session-links.js";
import type { TransferDataSource } from "../../sources/data-source.js";

/** What a `<transfer-sessions-provider>` gives to the elements below it. */
export interface ProvidedSource {
  readonly dataSource?: TransferDataSource | undefined;
  /** Milliseconds. */
  readonly pollInterval?: number | undefined;
  /** Minutes per channel. */
  readonly lifecycle?: LifecycleSettings | undefined;
  /** Those that the page sets; the others are the defaults. */
  readonly attention?: Partial<AttentionThresholds> | undefined;
  readonly sessionLinks?: SessionLinks | undefined;
}

/** The key is a registered symbol, so that elements of two copies of the package find each other. */
export const sourceContext = createContext<ProvidedSource>(Symbol.for("handoff-elements.source"));

const roots = new WeakSet<Document>();

/** Lets an element that came before its provider still be told of it. Once per document, for the first element. */
export function keepContextRequests(document: Document): void {
  if (roots.has(document)) return;
  roots.add(document);
  new ContextRoot().attach(document.documentElement);
}
