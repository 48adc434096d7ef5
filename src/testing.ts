import type { TransferSession } from "./domain/session/session.js";
import { failureOf, type TransferDataSource } from "./sources/data-source.js";
import { readIntegrations } from "./sources/wire/integrations-reader.js";
import { readLifecycle } from "./sources/wire/lifecycle-reader.js";
import { type ListReading, readList } from "./sources/wire/list-reader.js";
import { readSession } from "./sources/wire/session-reader.js";

/** A source to be tested, perhaps with what puts away what was set up for it. */
export type MadeSource =
  TransferDataSource | { readonly source: TransferDataSource; readonly dispose?: () => void | Promise<void> };

/** Called once for each test: tests end sessions and change settings, so each gets a source of its own. */
export type MakeSource = () => MadeSource | Promise<MadeSource>;

/** The two functions of mocha that the contract needs. A test is skipped with `this.skip`, where there is one. */
export interface TestFramework {
  describe(title: string, body: () => void): void;
  it(title: string, run: (this: unknown) => Promise<void>): void;
}

/**
 * Declares mocha tests that hold a data source to the contract of the port. Each
 * optional method is tested where the source has it; tests about a session are skipped where the list is empty, so let
 * the source have at least one that has not ended.
 *
 * ```ts
 * import { dataSourceContract } from "handoff-elements/testing";
 * dataSourceContract("our contact centre", () => ourDataSource({ url: testServer.url }));
 * ```
 *
 * @param name stands in the title of the tests.
 * @param framework declares the tests; default the global `describe` and `it`.
 */
export function dataSourceContract(
  name: string,
  makeSource: MakeSource,
  framework: TestFramework = globalThis as unknown as TestFramework,
): void {
  framework.describe(`data source contract: ${name}`, () => {
    for (const { title, needs, holds } of RULES) {
      framework.it(title, async function (this: unknown) {
        const made = await makeSource();
        const { source, dispose } = "source" in made ? made : { source: made, dispose: undefined };
        try {
          const applies = needs === undefined || typeof source[needs] === "function";
          if (!applies || (await holds(source)) === "no subject") (this as { skip?: () => void } | undefined)?.skip?.();
        } finally {
          await dispose?.();
        }
      });
    }
  });
}

interface Rule {
  readonly title: string;
  /** The optional method that the rule is about. */
  readonly needs?: keyof TransferDataSource;
  /** @throws Error where the source breaks the rule. */
  holds(source: TransferDataSource): Promise<void | "no subject">;
}

const RULES: readonly Rule[] = [
  {
    title: "begins with a whole list",
    async holds(source) {
      const { kind } = readList(await source.list(calm()));
      check(kind === "whole", `the first answer of list is ${kind}, not a whole list`);
    },
  },
  {
    title: "lists rows that can be read",
    async holds(source) {
      for (const row of (await wholeList(source)).rows) {
        const { rejected } = readSession(row);
        check(rejected === undefined, rejected ?? "");
      }
    },
  },
  {
    title: "answers again, and with a list again where the caller holds none",
    async holds(source) {
      await source.list(calm());
      readList(await source.list(calm()));
      await wholeList(source);
    },
  },
  {
    title: "answers to the cursor that it gave",
    async holds(source) {
      const { cursor } = await wholeList(source);
      if (cursor === undefined) return "no subject";
      readList(await source.list({ ...calm(), cursor }));
      return undefined;
    },
  },
  {
    title: "answers to the page that it named",
    async holds(source) {
      const { nextPage: page } = await wholeList(source);
      if (page === undefined) return "no subject";
      const { kind } = readList(await source.list({ ...calm(), page }));
      check(kind === "whole", `a page is ${kind}, not a list of sessions`);
      return undefined;
    },
  },
  {
    title: "settles a list whose caller has gone, before and while it is made",
    async holds(source) {
      const controller = new AbortController();
      const gone = attempt(() => source.list({ signal: AbortSignal.abort() }));
      const going = attempt(() => source.list({ signal: controller.signal }));
      controller.abort();
      for (const { thrown } of await Promise.all([gone, going])) {
        if (!thrown) continue;
        const { kind } = failureOf(thrown.value);
        check(kind === "aborted", `an aborted list rejects as ${kind}, not as aborted`);
      }
      await wholeList(source);
    },
  },
  {
    title: "gets the session that it is asked for",
    needs: "get",
    async holds(source) {
      const session = await aSession(source);
      if (!session) return "no subject";
      const reading = readSession(await source.get!(session.id, calm()));
      check(reading.session !== undefined, `get gives no session: ${reading.rejected}`);
      check(reading.session?.id === session.id, `get gives ${reading.session?.id} for ${session.id}`);
      return undefined;
    },
  },
  {
    title: "says what is wrong where it has no such session",
    needs: "get",
    async holds(source) {
      const { thrown, value } = await attempt(() => source.get!("no such session", calm()));
      if (thrown) checkKind(thrown.value);
      else check(readSession(value).session === undefined, "get gives a session for an id that nothing has");
    },
  },
  {
    title: "ends a session, and does not mind being told twice",
    needs: "end",
    async holds(source) {
      const session = await aSession(source, ({ status }) => status !== "ended");
      if (!session) return "no subject";
      await source.end!(session, { ...calm(), reason: "data source contract" });
      await checkEnded(source, session);
      const { thrown } = await attempt(() => source.end!(session, calm()));
      if (thrown) checkKind(thrown.value);
      await checkEnded(source, session);
      return undefined;
    },
  },
  {
    title: "takes a subscriber, and lets him go twice",
    needs: "subscribe",
    async holds(source) {
      const stop = source.subscribe!(() => {});
      check(typeof stop === "function", "subscribe returns no function");
      stop();
      stop();
    },
  },
  {
    title: "names its integrations",
    needs: "integrations",
    async holds(source) {
      const answer = await source.integrations!(calm());
      const readable = readIntegrations(answer).length;
      check(readable === answer.length, `${answer.length - readable} integrations cannot be read`);
    },
  },
  {
    title: "gives its lifecycle settings",
    needs: "lifecycle",
    async holds(source) {
      await settingsOf(source);
    },
  },
  {
    title: "keeps the lifecycle settings that it is given",
    needs: "saveLifecycle",
    async holds(source) {
      if (!source.lifecycle) return "no subject";
      const before = await settingsOf(source);
      const chat = (before["chat"] ?? 30) + 1;
      const answer = await source.saveLifecycle!({ ...before, chat }, calm());
      if (answer !== undefined) check(readLifecycle(answer)["chat"] === chat, "saveLifecycle answers other settings");
      const after = await settingsOf(source);
      await source.saveLifecycle!(before, calm());
      check(after["chat"] === chat, `chat was set to ${chat} and is ${after["chat"]}`);
      return undefined;
    },
  },
];

/** A request that nobody aborts. */
function calm(): { signal: AbortSignal } {
  return { signal: new AbortController().signal };
}

async function wholeList(source: TransferDataSource): Promise<ListReading & { kind: "whole" }> {
  const reading = readList(await source.list({ ...calm(), whole: true }));
  if (reading.kind !== "whole") throw new Error(`a caller who holds no list is answered ${reading.kind}`);
  return reading;
}

async function aSession(
  source: TransferDataSource,
  suits: (session: TransferSession) => boolean = () => true,
): Promise<TransferSession | undefined> {
  const sessions = (await wholeList(source)).rows.map((row) => readSession(row).session);
  return sessions.find((session): session is TransferSession => session !== undefined && suits(session));
}

async function checkEnded(source: TransferDataSource, { id, createdAt }: TransferSession): Promise<void> {
  const row = await aSession(source, (session) => session.id === id && session.createdAt === createdAt);
  check(row === undefined || row.status === "ended", `after its end, the session is listed as ${row?.status}`);
}

async function settingsOf(source: TransferDataSource): Promise<Readonly<Record<string, number>>> {
  const answer = await source.lifecycle!(calm());
  const settings = readLifecycle(answer);
  const lost = Object.keys(answer).filter((channel) => !(channel in settings));
  check(lost.length === 0, `settings that are no whole minutes: ${lost.join(", ")}`);
  return settings;
}

interface Outcome {
  readonly value?: unknown;
  /** In an object of its own, since anything can be thrown, even nothing. */
  readonly thrown?: { readonly value: unknown };
}

async function attempt(act: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { value: await act() };
  } catch (value) {
    return { thrown: { value } };
  }
}

function checkKind(thrown: unknown): void {
  const kind = (thrown as { kind?: unknown } | null | undefined)?.kind;
  check(kind !== undefined && failureOf(thrown).kind === kind, `a failure has the kind ${JSON.stringify(kind)}`);
}

function check(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}
