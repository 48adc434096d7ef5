import { expect } from "@open-wc/testing";
import type { TransferSession } from "../../src/domain/session/session.js";
import { DataSourceError, type TransferDataSource } from "../../src/sources/data-source.js";
import { dataSourceContract, type MakeSource } from "../../src/testing.js";

const ROWS = [
  { id: "a", provider: "genesys", channel: "chat", status: "active", createdAt: 1 },
  { id: "b", provider: "five9", channel: "voice", status: "ended", createdAt: 2 },
];

/** A source that keeps the contract, in which each test breaks one thing. */
function kept(): Required<Omit<TransferDataSource, "queries">> {
  const rows = ROWS.map((row) => Object.assign({}, row));
  let settings: Record<string, number> = { chat: 30 };
  return {
    async list({ cursor, signal }) {
      if (signal.aborted) throw new DOMException("aborted", "AbortError");
      return cursor === undefined ? { sessions: rows, cursor: "c" } : { changed: [], removed: [], cursor };
    },
    async get(id) {
      const row = rows.find((candidate) => candidate.id === id);
      if (!row) throw new DataSourceError("none", { kind: "http", status: 404 });
      return row;
    },
    async end({ id }: TransferSession) {
      for (const row of rows) if (row.id === id) row.status = "ended";
    },
    subscribe: () => () => {},
    integrations: async () => [{ provider: "genesys", connected: true }],
    lifecycle: async () => settings,
    async saveLifecycle(given) {
      settings = { ...given };
    },
  };
}

interface Result {
  readonly title: string;
  readonly outcome: "passed" | "failed" | "skipped";
  readonly message?: string;
}

/** Runs the contract as mocha would; its failures are the subject here. */
async function resultsOf(makeSource: MakeSource): Promise<readonly Result[]> {
  const tests: { title: string; run: (this: unknown) => Promise<void> }[] = [];
  dataSourceContract("subject", makeSource, {
    describe: (_title, body) => body(),
    it: (title, run) => void tests.push({ title, run }),
  });
  const skip = {};
  const context = {
    skip: () => {
      throw skip;
    },
  };
  const results: Result[] = [];
  for (const { title, run } of tests) {
    try {
      await run.call(context);
      results.push({ title, outcome: "passed" });
    } catch (thrown) {
      if (thrown === skip) results.push({ title, outcome: "skipped" });
      else results.push({ title, outcome: "failed", message: (thrown as Error).message });
    }
  }
  return results;
}

async function complaints(change: Partial<TransferDataSource>): Promise<string[]> {
  const results = await resultsOf(() => ({ ...kept(), ...change }));
  return results.filter(({ outcome }) => outcome === "failed").map(({ title }) => title);
}

describe("dataSourceContract", () => {
  it("is content with a source that keeps it", async () => {
    const results = await resultsOf(kept);
    expect(results.filter(({ outcome }) => outcome === "failed")).to.deep.equal([]);
    expect(results.filter(({ outcome }) => outcome === "skipped").map(({ title }) => title)).to.deep.equal([
      "answers to the page that it named",
    ]);
  });

  it("asks nothing of methods that are not there", async () => {
    const results = await resultsOf(() => ({ list: async () => [] }));
    expect(results.some(({ outcome }) => outcome === "failed")).to.equal(false);
    expect(results.filter(({ outcome }) => outcome === "passed").length).to.equal(4);
  });

  it("puts away what was set up, after a failure too", async () => {
    let open = 0;
    await resultsOf(() => {
      open++;
      return { source: { list: async () => null as never }, dispose: () => void open-- };
    });
    expect(open).to.equal(0);
  });

  for (const [name, change, title] of [
    ["no list", { list: async () => ({}) as never }, "begins with a whole list"],
    ["a row without id", { list: async () => [{ status: "active" }] }, "lists rows that can be read"],
    [
      "an abort that is no abort",
      {
        list: async ({ signal }) => {
          if (signal.aborted) throw new Error("broken");
          return ROWS;
        },
      },
      "settles a list whose caller has gone, before and while it is made",
    ],
    ["another session", { get: async () => ROWS[1] }, "gets the session that it is asked for"],
    ["a session for any id", { get: async (id) => ({ id }) }, "says what is wrong where it has no such session"],
    [
      "an error without a kind",
      { get: async (id) => ROWS.find((row) => row.id === id) ?? Promise.reject(new Error("no")) },
      "says what is wrong where it has no such session",
    ],
    ["an end that ends nothing", { end: async () => {} }, "ends a session, and does not mind being told twice"],
    ["no unsubscriber", { subscribe: () => undefined as never }, "takes a subscriber, and lets him go twice"],
    ["unreadable integrations", { integrations: async () => [{}] as never }, "names its integrations"],
    ["text for minutes", { lifecycle: async () => ({ chat: "30" }) as never }, "gives its lifecycle settings"],
    ["settings that are lost", { saveLifecycle: async () => {} }, "keeps the lifecycle settings that it is given"],
  ] as [string, Partial<TransferDataSource>, string][]) {
    it(`notices ${name}`, async () => {
      expect(await complaints(change)).to.include(title);
    });
  }
});
