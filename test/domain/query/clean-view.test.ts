import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { cleanView, type SessionView } from "../../../src/domain/query/view.js";
import { anyView } from "./arbitraries.js";

const clean = (value: unknown) => cleanView(value).view;
const problemsOf = (value: unknown) => cleanView(value).problems;

const fail = (): never => {
  throw new Error("no");
};

/** A proxy on which every operation throws. */
const hostile = (): object => {
  const handler = Object.fromEntries(
    Object.getOwnPropertyNames(Reflect).map((trap) => [trap, fail]),
  ) as ProxyHandler<object>;
  return new Proxy({}, handler);
};

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
};

describe("cleanView", () => {
  it("takes a good view as it is, with its keys in one order", () => {
    const view: SessionView = {
      density: "compact",
      widths: { status: 90, agent: 120.5 },
      columns: ["status", "contact", "of-the-host"],
      sort: [{ direction: "descending", by: "created" }],
      attention: true,
      queue: ["Billing", ""],
      status: ["queued"],
      text: " ana ",
    };
    expect(problemsOf(view)).to.deep.equal([]);
    expect(JSON.stringify(clean(view))).to.equal(
      '{"text":" ana ","status":["queued"],"queue":["Billing",""],"attention":true,' +
        '"sort":[{"by":"created","direction":"descending"}],"columns":["status","contact","of-the-host"],' +
        '"widths":{"agent":120.5,"status":90},"density":"compact"}',
    );
  });

  it("is empty for what says nothing", () => {
    for (const value of [undefined, null, {}, { text: "  ", status: [], sort: [], columns: [], widths: {} }]) {
      expect(cleanView(value)).to.deep.equal({ view: {}, problems: [] });
    }
    expect(cleanView({ text: null, status: undefined, attention: false })).to.deep.equal({ view: {}, problems: [] });
  });

  for (const [value, said] of [
    [5, "A view must be an object, not 5."],
    ["x".repeat(10_000), `A view must be an object, not the text "${"x".repeat(40)}…".`],
    [[], "A view must be an object, not a list."],
    [() => 1, "A view must be an object, not a function."],
    [{ text: 5 }, "text must be a text, not 5."],
    [{ status: "ended" }, 'status must be a list, not the text "ended".'],
    [{ attention: "yes" }, 'attention must be true or false, not the text "yes".'],
    [{ sort: "created" }, 'sort takes { by, direction } only, not the text "created".'],
    [
      { sort: { by: "created", direction: "down" } },
      'sort must have the direction "ascending" or "descending", not the text "down".',
    ],
    [{ sort: [{ direction: "ascending" }] }, 'sort[0] must name a column in "by", not undefined.'],
    [{ columns: [""] }, 'columns[0] takes column ids only, not the text "".'],
    [{ widths: [1] }, "widths must be an object of widths by column id, not a list."],
    [{ widths: { a: NaN } }, "widths: a must be a number of px from 16 to 2000, not NaN."],
    [{ widths: { a: "90px" } }, 'widths: a must be a number of px from 16 to 2000, not the text "90px".'],
    [{ density: "cosy" }, 'density must be "comfortable" or "compact", not the text "cosy".'],
    [{ stauts: ["ended"] }, "stauts is no field of a view."],
  ] as const) {
    it(`says: ${said.slice(0, 90)}`, () => {
      expect(cleanView(value)).to.deep.equal({ view: {}, problems: [said] });
    });
  }

  it("drops the bad part alone", () => {
    const view = {
      text: "ana",
      status: ["queued", 5, "queued", "active"],
      sort: [{ by: "created" }, { by: "agent", direction: "ascending" }, null],
      widths: { agent: 16, status: 2000, queue: 15.9, contact: 2000.1, channel: Infinity, "": 100 },
      density: 1,
    };
    expect(clean(view)).to.deep.equal({
      text: "ana",
      status: ["queued", "active"],
      sort: [{ by: "agent", direction: "ascending" }],
      widths: { agent: 16, status: 2000 },
    });
    expect(problemsOf(view)).to.have.length(8);
  });

  it("makes a list of one sort, and the first level of a column wins", () => {
    expect(clean({ sort: { by: "agent", direction: "ascending", more: 1 } }).sort).to.deep.equal([
      { by: "agent", direction: "ascending" },
    ]);
    const levels = ["ascending", "descending"].map((direction) => ({ by: "agent", direction }));
    expect(clean({ sort: levels }).sort).to.deep.equal([levels[0]]);
  });

  it("has keys of any name in widths, and inherits none", () => {
    const { widths } = clean({ widths: JSON.parse('{"__proto__": 100, "constructor": 50}') });
    expect(JSON.stringify(widths)).to.equal('{"__proto__":100,"constructor":50}');
    expect(widths!["toString"]).to.equal(undefined);
    expect(({} as Record<string, unknown>)["100"]).to.equal(undefined);
  });

  it("is frozen through and through, and shares nothing with what it was made from", () => {
    const given = { status: ["a"], columns: ["b"], sort: [{ by: "c", direction: "ascending" }], widths: { d: 20 } };
    const cleaned = cleanView(given);
    const { view, problems } = cleaned;
    for (const part of [cleaned, view, problems, view.status, view.columns, view.sort, view.sort![0], view.widths]) {
      expect(Object.isFrozen(part)).to.equal(true);
    }
    given.status.push("x");
    expect(view.status).to.deep.equal(["a"]);
  });

  it("never throws, however it is read", () => {
    const circle: Record<string, unknown> = { text: "ana" };
    circle["sort"] = circle;
    circle["widths"] = circle;
    circle["status"] = [circle];
    expect(clean(circle)).to.deep.equal({ text: "ana" });
    const getters = {
      text: "ana",
      get status() {
        throw new Error("no");
      },
      sort: [hostile(), revoked()],
      columns: hostile(),
      queue: revoked(),
      widths: {
        a: 20,
        get b() {
          throw new Error("no");
        },
      },
    };
    expect(clean(getters)).to.deep.equal({ text: "ana", widths: { a: 20 } });
    for (const value of [hostile(), revoked(), new Proxy({}, { ownKeys: () => ["a", "a"] }), Symbol("x"), 1n]) {
      expect(clean(value)).to.deep.equal({});
      expect(problemsOf(value)).to.have.length.above(0);
      for (const name of ["text", "status", "sort", "columns", "widths", "density", "attention"]) {
        expect(clean({ [name]: value, density: name === "density" ? value : "compact" })).to.deep.equal(
          name === "density" ? {} : { density: "compact" },
        );
      }
    }
  });

  it("is not held up by lists without end, and does not go on about it", () => {
    const endless = new Proxy([], { get: (_, name) => (name === "length" ? 2 ** 32 - 1 : 5) });
    const { view, problems } = cleanView({ status: endless, columns: endless, text: "x".repeat(1_000_000) });
    expect(view).to.have.keys(["text"]);
    expect(problems).to.have.length(20);
    expect(problems[0]).to.equal("status has 4294967295 entries; only the first 1000 apply.");
  });

  it("reads anything, comes out as JSON, and has nothing to say of what it gave (property)", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything({ withNullPrototype: true, withDate: true, withMap: true }), anyView),
        (value) => {
          const { view } = cleanView(value);
          const again = cleanView(view);
          expect(again.problems).to.deep.equal([]);
          expect(JSON.stringify(again.view)).to.equal(JSON.stringify(view));
          expect(JSON.stringify(cleanView(JSON.parse(JSON.stringify(view))).view)).to.equal(JSON.stringify(view));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("reads fields of any value (property)", () => {
    const fields = ["text", "status", "queue", "attention", "sort", "columns", "widths", "density"];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), fc.anything()), (value) => {
        const { view } = cleanView(value);
        expect(cleanView(view)).to.deep.equal({ view, problems: [] });
      }),
      { numRuns: 500 },
    );
  });
});
