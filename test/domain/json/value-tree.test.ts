import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { NEVER_UP } from "../../support/never-up.js";
import { Masks, Reveals } from "../../../src/domain/json/masks/masks.js";
import { RawTextJob } from "../../../src/domain/json/raw-lines.js";
import { isContainer, JsonKind, NO_NODE, type JsonTree } from "../../../src/domain/json/tree.js";
import { ValueTree } from "../../../src/domain/json/value/value-tree.js";

function hello(): void {}

/** Key, kind and text of each child. */
function children(tree: JsonTree, node = 0): [string | number, string, string][] {
  const names = Object.fromEntries(Object.entries(JsonKind).map(([name, kind]) => [kind, name]));
  const rows: [string | number, string, string][] = [];
  for (let child = tree.firstChild(node); child !== NO_NODE; child = tree.nextSibling(child)) {
    rows.push([tree.keyOf(child), names[tree.kindOf(child)]!, tree.textOf(child)]);
  }
  return rows;
}

function rawOf(value: unknown, isRevealed = false): string {
  const tree = new ValueTree(value);
  const masks = new Masks(tree, undefined, new Reveals());
  if (isRevealed) revealAll(tree, masks);
  const job = new RawTextJob(tree, masks);
  job.run(NEVER_UP);
  return job.text;
}

/** As a person does who asks to see every secret. */
function revealAll(tree: JsonTree, masks: Masks, node = 0): void {
  if (masks.canReveal(node)) masks.reveal(node);
  for (let child = tree.firstChild(node); child !== NO_NODE; child = tree.nextSibling(child)) {
    revealAll(tree, masks, child);
  }
}

describe("ValueTree", () => {
  it("shows what JSON cannot hold", () => {
    const symbol = Symbol("s");
    const rows = children(
      new ValueTree({
        u: undefined,
        big: 12345678901234567890n,
        minus: -0,
        nan: Number.NaN,
        inf: -Infinity,
        date: new Date(0),
        bad: new Date(Number.NaN),
        symbol,
        fn: hello,
        arrow: [() => {}][0],
        re: /x/g,
        url: new URL("https://a.test/"),
        boxed: Object("x"),
        num: Object(1),
        [symbol]: 1,
      }),
    );
    expect(rows).to.deep.equal([
      ["u", "undefined", "undefined"],
      ["big", "bigint", "12345678901234567890"],
      ["minus", "number", "-0"],
      ["nan", "number", "NaN"],
      ["inf", "number", "-Infinity"],
      ["date", "date", "1970-01-01T00:00:00.000Z"],
      ["bad", "date", "Invalid Date"],
      ["symbol", "symbol", "Symbol(s)"],
      ["fn", "function", "function hello"],
      ["arrow", "function", "function"],
      ["re", "other", "/x/g"],
      ["url", "other", "https://a.test/"],
      ["boxed", "string", "x"],
      ["num", "number", "1"],
      ["Symbol(s)", "number", "1"],
    ]);
  });

  it("opens maps, sets, typed arrays and errors", () => {
    const tree = new ValueTree([
      new Map<unknown, unknown>([
        ["a", 1],
        [{ k: 1 }, 2],
        [1, 3],
        ["1", 4],
      ]),
      new Set(["x"]),
      new Uint8Array([1, 2]),
      new TypeError("no"),
    ]);
    const [map, set, bytes, error] = [1, 2, 3, 4];
    tree.firstChild(0);
    expect([map, set, bytes, error].map((node) => tree.typeNameOf(node!))).to.deep.equal([
      "Map",
      "Set",
      "Uint8Array",
      "TypeError",
    ]);
    expect(children(tree, map).map(([key]) => key)).to.deep.equal(["a", "entry 1", "1", "1"]);
    expect(tree.occurrenceOf(tree.firstChild(map!) + 3)).to.equal(1);
    expect(children(tree, set)).to.deep.equal([[0, "string", "x"]]);
    expect(children(tree, bytes)).to.deep.equal([
      [0, "number", "1"],
      [1, "number", "2"],
    ]);
    expect(children(tree, error).slice(0, 2)).to.deep.equal([
      ["name", "string", "TypeError"],
      ["message", "string", "no"],
    ]);
  });

  it("makes one row of a run of holes, however long", () => {
    const holes: unknown[] = [];
    holes[2] = "a";
    holes[4_000_000_000] = "b";
    (holes as unknown as Record<string, unknown>)["named"] = 1;
    expect(children(new ValueTree(holes))).to.deep.equal([
      [0, "hole", "2"],
      [2, "string", "a"],
      [3, "hole", "3999999997"],
      [4_000_000_000, "string", "b"],
      ["named", "number", "1"],
    ]);
  });

  it("refers to an ancestor instead of unfolding it again", () => {
    const value: Record<string, unknown> = { list: [{}] };
    (value["list"] as unknown[]).push(value);
    const shared = { x: 1 };
    value["a"] = shared;
    value["b"] = shared;
    const tree = new ValueTree(value);
    expect(children(tree)[1]![1]).to.equal("object");
    expect(children(tree)[2]![1]).to.equal("object");
    expect(children(tree, 1)[1]).to.deep.equal([1, "circular", "$"]);
  });

  it("survives what throws", () => {
    const throwing = new Proxy(
      {},
      {
        ownKeys() {
          throw new Error("no keys");
        },
        getPrototypeOf() {
          throw new Error("no prototype");
        },
        get() {
          throw new Error("no get");
        },
      },
    );
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const value = {
      get bad(): never {
        throw new Error("bad getter");
      },
      get worse(): never {
        throw throwing;
      },
      throwing,
      proxy,
      arrays: new Proxy([], {
        ownKeys() {
          throw new Error("x");
        },
      }),
      toString() {
        throw new Error("no text");
      },
    };
    const tree = new ValueTree(value);
    expect(children(tree).slice(0, 2)).to.deep.equal([
      ["bad", "unreadable", "bad getter"],
      ["worse", "unreadable", "unknown error"],
    ]);
    for (let node = 0; node < tree.count && node < 100; node++)
      if (isContainer(tree.kindOf(node))) children(tree, node);
    expect(() => rawOf(value)).to.not.throw();
  });

  it("keeps odd keys", () => {
    const value = JSON.parse('{"__proto__":{"x":1},"constructor":2,"":3,"a.b":4,"toString":5}') as unknown;
    expect(children(new ValueTree(value)).map(([key]) => key)).to.deep.equal([
      "__proto__",
      "constructor",
      "",
      "a.b",
      "toString",
    ]);
  });

  it("asks for nothing below what is closed", () => {
    let reads = 0;
    const endless = (): object => ({
      get next() {
        reads++;
        return endless();
      },
    });
    const tree = new ValueTree({ first: endless() });
    tree.firstChild(0);
    expect(tree.childCountOf(1)).to.equal(1);
    expect(reads).to.equal(0);
  });

  it("writes any JSON value back as it was, once its secrets are shown", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const again = JSON.parse(JSON.stringify(value)) as unknown;
        expect(JSON.parse(rawOf(again, true))).to.deep.equal(again);
      }),
      // What chance makes once in many thousands: a name that is a secret's.
      { examples: [[{ pin: " " }], [{ auth: { otp: ["1"] } }], ["https://a.test/?sig=1"]] },
    );
  });

  it("throws for no value and always writes JSON", () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withBoxedValues: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withNullPrototype: true,
          withObjectString: true,
          withSparseArray: true,
          withTypedArray: true,
        }),
        (value) => {
          expect(() => JSON.parse(rawOf(value))).to.not.throw();
        },
      ),
      { numRuns: 500 },
    );
  });
});
