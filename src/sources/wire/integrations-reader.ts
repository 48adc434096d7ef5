import { property } from "../../platform/property.js";
import { DataSourceError, type Integration } from "../data-source.js";
import { describe, isList, isRecord } from "../../platform/describe.js";
import { isText } from "./text.js";

/**
 * Reads the list of integrations. Entries that cannot be read are left out; a name that is no text is left out of its
 * entry.
 *
 * @throws DataSourceError `invalid` where the answer is no list, or where it has entries and none could be read: "none
 * is configured" must never be the reading of a broken answer.
 */
export function readIntegrations(answer: unknown): readonly Integration[] {
  if (!isList(answer)) throw invalid(`it is ${describe(answer)}`);
  const integrations: Integration[] = [];
  for (const entry of answer) {
    const integration = readIntegration(entry);
    if (integration) integrations.push(integration);
  }
  if (answer.length > 0 && integrations.length === 0) throw invalid("no entry has a provider and says if connected");
  return integrations;
}

function readIntegration(entry: unknown): Integration | undefined {
  if (!isRecord(entry)) return undefined;
  const provider = property(entry, "provider");
  const connected = property(entry, "connected");
  if (!isText(provider) || typeof connected !== "boolean") return undefined;
  const name = property(entry, "name");
  return { provider, connected, ...(isText(name) ? { name } : undefined) };
}

function invalid(why: string): DataSourceError {
  return new DataSourceError(`The answer is no list of integrations: ${why}.`, { kind: "invalid" });
}
