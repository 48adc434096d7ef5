import { fold, foldedWords } from "./fold.js";
import type { QueryContext } from "./query-context.js";
import type { SessionQuery } from "./query.js";
import type { TransferSession } from "../session/session.js";
import { agentOf } from "./sort-value.js";
import { LIST_FILTERS, type ListFilter } from "./view.js";

export type SessionTest = (session: TransferSession) => boolean;

/** What a session is called in a list filter; `""` where it has no value. */
export const FILTER_VALUE: Readonly<Record<ListFilter, (session: TransferSession) => string>> = {
  status: ({ status }) => status,
  channel: ({ channel }) => channel,
  provider: ({ provider }) => provider,
  agent: agentOf,
  queue: ({ queue }) => queue ?? "",
};

/** Folded once per session. A session that changed is a new object, so nothing here can be out of date. */
const haystacks = new WeakMap<TransferSession, string>();

/** All that a search looks through. Fields are parted by a line feed, which no word contains. */
function haystackOf(session: TransferSession): string {
  let haystack = haystacks.get(session);
  if (haystack === undefined) {
    const { contactId, agentName, agentId, id, providerSessionId, queue, provider, channel, status } = session;
    haystack = fold(
      [contactId, agentName, agentId, id, providerSessionId, queue, provider, channel, status]
        .filter(Boolean)
        .join("\n"),
    );
    haystacks.set(session, haystack);
  }
  return haystack;
}

/** The tests of a query, by field; a field that filters nothing has none. Cheap ones come first. */
export function testsOf(
  query: SessionQuery,
  context: QueryContext,
): Map<ListFilter | "attention" | "text", SessionTest> {
  const tests = new Map<ListFilter | "attention" | "text", SessionTest>();
  for (const name of LIST_FILTERS) {
    const list = query[name];
    if (list?.length) tests.set(name, listTest(name, list));
  }
  const words = query.text === undefined ? [] : foldedWords(query.text);
  if (words.length > 0) tests.set("text", textTest(words));
  if (query.attention && context.needsAttention) {
    tests.set("attention", (session) => context.needsAttention!(session));
  }
  return tests;
}

function listTest(name: ListFilter, list: readonly string[]): SessionTest {
  const values = new Set(list);
  // A host may know its agents by id, whatever is shown.
  if (name === "agent") {
    return (session) => values.has(agentOf(session)) || (!!session.agentId && values.has(session.agentId));
  }
  const read = FILTER_VALUE[name];
  return (session) => values.has(read(session));
}

function textTest(words: readonly string[]): SessionTest {
  const [only] = words;
  if (words.length === 1) return (session) => haystackOf(session).includes(only!);
  return (session) => {
    const haystack = haystackOf(session);
    return words.every((word) => haystack.includes(word));
  };
}

/** Whether a session passes all filters of a query. The filters are read once, here. */
export function matcher(query: SessionQuery, context: QueryContext): SessionTest {
  const tests = [...testsOf(query, context).values()];
  const [only] = tests;
  if (!only) return () => true;
  return tests.length === 1 ? only : (session) => tests.every((test) => test(session));
}
