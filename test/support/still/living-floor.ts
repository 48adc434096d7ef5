import { sessionStoreFor } from "../../../src/instances/session-store-for.js";
import { FakeEnvironment, NOON } from "../fake-environment.js";
import { ScriptedSource, wireRow } from "../scripted-source.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

type Row = Record<string, unknown>;

/** What happens, and how: the act ends when it is known to the store. */
export type Scene = readonly [name: string, act: () => Promise<void>];

/** Is listed from the first answer until nobody is, and changes in nothing. */
export const FAITHFUL = "s1";

/** Is listed at first, and soon leaves. */
export const FICKLE = "s3";

const row = (id: string, fields: Row = {}): Row => wireRow(id, { createdAt: NOON, updatedAt: NOON, ...fields });

const many = (name: string, count: number, from = 0): Row[] =>
  Array.from({ length: count }, (_, index) => row(`${name}${from + index}`));

const failing = (status: number) => () => {
  throw Object.assign(new Error("The endpoint failed."), { kind: "http", status });
};

const integrations = async () => [
  { provider: "genesys", connected: true },
  { provider: "five9", connected: false },
];

/**
 * A source, and what a floor does to those who look at it: one thing after the other, on its own clock.
 *
 * @param onTime is called each half minute, at the least.
 */
export function livingFloor(onTime: () => Promise<void> = async () => {}) {
  const environment = new FakeEnvironment();
  const source = Object.assign(new ScriptedSource(), { integrations });
  const store = sessionStoreFor(source, { environment });
  let rows: Row[] = [];

  /** The next answer, and those after it. */
  const list = (next: Row[]) => (source.standing = rows = next);
  /** Nobody at a desk keeps a pointer still for longer. */
  const pass = async (time: number) => {
    for (let left = time; left > 0; left -= 30 * SECOND) {
      await onTime();
      await environment.pass(Math.min(left, 30 * SECOND));
    }
  };
  const answer = async () => {
    await store.refresh();
    await pass(2 * SECOND);
  };
  const leap = async (time: number) => {
    environment.jumpTo(environment.clock.now() + time);
    await pass(2 * SECOND);
  };

  const scenes: Scene[] = [
    [
      "the first answer",
      async () => {
        list(Array.from({ length: 9 }, (_, index) => row(`s${index}`, { createdAt: NOON - index * SECOND })));
        source.last.answer(rows);
        await pass(1);
      },
    ],
    ["a second", () => pass(SECOND)],
    ["ten seconds", () => pass(10 * SECOND)],
    [
      "a row arrives, one changes",
      async () => {
        const [first, second, third, ...rest] = rows as [Row, Row, Row];
        list([first, second, { ...third, status: "active" }, ...rest, row("new")]);
        await store.refresh();
      },
    ],
    ["their marks go", () => pass(2 * SECOND)],
    [
      "a row arrives at the top, one leaves",
      async () => {
        const [first, second, third, , ...rest] = rows as [Row, Row, Row, Row];
        list([row("top"), first, second, third, ...rest]);
        await store.refresh();
      },
    ],
    ["what has left goes", () => pass(31 * SECOND)],
    [
      "an answer takes its time",
      async () => {
        source.standing = undefined;
        await pass(45 * SECOND);
      },
    ],
    [
      "and fails",
      async () => {
        source.standing = failing(503);
        source.last.fail(new Error("Too late."));
        await pass(1);
      },
    ],
    ["the next ones, too", () => pass(70 * SECOND)],
    ["for an hour", () => leap(60 * MINUTE)],
    [
      "all is well again",
      async () => {
        list(rows);
        await answer();
      },
    ],
    [
      "records cannot be read",
      async () => {
        source.standing = [...rows, null, 7];
        await answer();
      },
    ],
    [
      "they are mended",
      async () => {
        list(rows);
        await answer();
      },
    ],
    ...[99, 100, 999, 1_000, 10_000].map((count): Scene => [
      `${count} rows`,
      async () => {
        list([...rows, ...many("more", count - rows.length, rows.length)]);
        await answer();
      },
    ]),
    [
      "all of them wait for too long",
      async () => {
        await leap(6 * MINUTE);
        await answer();
      },
    ],
    // By another element on the same source.
    ["it is paused", async () => store.pause()],
    ["for hours", () => leap(180 * MINUTE)],
    [
      "it goes on",
      async () => {
        store.resume();
        await pass(2 * SECOND);
      },
    ],
    [
      "the network is gone",
      async () => {
        environment.online.set(false);
        await pass(2 * SECOND);
      },
    ],
    [
      "the network is back",
      async () => {
        environment.online.set(true);
        await pass(2 * SECOND);
      },
    ],
    [
      "nearly all leave",
      async () => {
        list(rows.filter(({ id }) => id === FAITHFUL));
        await answer();
      },
    ],
    ["and are gone", () => leap(31 * SECOND)],
    [
      "others come",
      async () => {
        list([...rows, ...many("other", 12)]);
        await answer();
      },
    ],
    [
      "all leave at once",
      async () => {
        source.standing = [];
        await answer();
      },
    ],
    ["and are gone, too", () => leap(31 * SECOND)],
    [
      "they are back",
      async () => {
        list(rows);
        await answer();
      },
    ],
    [
      "a sign-in is needed",
      async () => {
        source.standing = failing(401);
        await answer();
      },
    ],
  ];
  return { source, environment, scenes };
}
