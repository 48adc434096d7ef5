import type { Integration } from "../../../sources/data-source.js";

/** The providers that are connected. The set is the same object until it differs: rows compare it by reference. */
export class ConnectedProviders {
  #key = "";
  #set: ReadonlySet<string> | undefined;
  #of: readonly Integration[] | undefined;

  /** @returns `undefined` = unknown. */
  of(integrations: readonly Integration[] | undefined): ReadonlySet<string> | undefined {
    if (integrations === this.#of) return this.#set;
    this.#of = integrations;
    const providers = integrations?.filter(({ connected }) => connected).map(({ provider }) => provider);
    const key = JSON.stringify(providers) ?? "";
    if (key !== this.#key) {
      this.#key = key;
      this.#set = providers && new Set(providers);
    }
    return this.#set;
  }
}
