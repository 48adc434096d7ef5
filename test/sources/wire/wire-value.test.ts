import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { copyValue, sameValue } from "../../../src/sources/wire/wire-value.js";

class Point {
  constructor(readonly x: number) {}
}

type Circle = { [key: string]: unknown };

/** An object whose every field is the object itself: a walk that goes down each of them never ends. */
function knot(fields: number): Circle {
  const circle: Circle = { name: "knot" };
  for (let index = 0; index < fields; index++) circle[`f${index}`] = circle;
  return circle;
}

function nested(depth: number, innermost: unknown): unknown {
  let value = innermost;
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { value };
  return value;
}

/** A tree whose every branch is the same object: as many ways down as would take for ever. */
const shared = () => {
  let value: unknown = { leaf: true };
  for (let level = 0; level < 60; level++) value = { left: value, right: value };
  return value;
};

const deep = (leaf: string, levels = 5_000) =>
  JSON.parse(`${'{"a":[0,'.repeat(levels)}${leaf}${"]}".repeat(levels)}`) as unknown;

const circle = () => {
  const inner: unknown[] = [1];
  inner.push({ inner });
  return Array.from({ length: 1_000 }).reduce<unknown>((within) => ({ within }), inner);
};

describe("sameValue", () => {
  it("agrees with JSON", () => {
    const json = fc.jsonValue({ noUnicodeString: false } as object);
    fc.assert(
      fc.property(json, json, (a, b) => {
        const text = JSON.stringify(a);
        expect(sameValue(a, JSON.parse(text))).to.equal(true);
        if (text === JSON.stringify(b)) expect(sameValue(a, b)).to.equal(true);
      }),
    );
  });

  const different: [string, unknown, unknown][] = [
    ["numbers", 1, 2],
    ["a number and its text", 1, "1"],
    ["null and an object", null, {}],
    ["a list and an object", [], {}],
    ["lengths", [1], [1, 2]],
    ["a field more", { a: 1 }, { a: 1, b: 2 }],
    ["a field less", { a: 1, b: 2 }, { a: 1 }],
    ["a field of another name", { a: undefined }, { b: undefined }],
    ["an inherited value", JSON.parse('{"a":1,"__proto__":{}}'), { a: 1, b: 2 }],
    ["what lies in __proto__", JSON.parse('{"__proto__":1}'), JSON.parse('{"__proto__":2}')],
    ["dates", new Date(1), new Date(1)],
    ["instances", new Point(1), new Point(1)],
    ["an instance and its fields", new Point(1), { x: 1 }],
    ["what lies deep", nested(150, 1), nested(150, 2)],
  ];
  for (const [name, a, b] of different) {
    it(`sees that these differ: ${name}`, () => {
      expect(sameValue(a, b)).to.equal(false);
      expect(sameValue(b, a)).to.equal(false);
    });
  }

  it("takes for equal: NaN, key order, a missing prototype, the same instance", () => {
    const point = new Point(1);
    expect(sameValue([NaN, { a: 1, b: 2 }, point], [NaN, { b: 2, a: 1 }, point])).to.equal(true);
    expect(sameValue(Object.assign(Object.create(null), { a: 1 }), { a: 1 })).to.equal(true);
  });

  it("comes to an end in circles, and sees what differs in them", () => {
    expect(sameValue(knot(20), knot(20))).to.equal(true);
    const other = knot(20);
    other["name"] = "other";
    expect(sameValue(knot(20), other)).to.equal(false);
    const one: Circle = { name: "knot" };
    one["next"] = one;
    const two: Circle = { name: "knot", next: { name: "knot" } };
    (two["next"] as Circle)["next"] = two;
    expect(sameValue(one, two)).to.equal(true);
  });

  it("comes to an end where parts are shared again and again", () => {
    expect(sameValue(shared(), shared())).to.equal(true);
  });

  it("keeps its stack on what is deeper than anything honest", () => {
    expect(sameValue(nested(100_000, 1), nested(100_000, 1))).to.equal(true);
    expect(sameValue(nested(100_000, 1), nested(100_000, 2))).to.equal(false);
  });
});

describe("copyValue", () => {
  it("copies JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy = copyValue(value);
        expect(JSON.stringify(copy)).to.equal(JSON.stringify(value));
        if (typeof value === "object" && value !== null) expect(copy).to.not.equal(value);
      }),
    );
  });

  it("is not changed with the original, at any depth", () => {
    const value = { a: [{ b: { c: 1 } }] };
    const copy = copyValue(value);
    value.a[0]!.b.c = 2;
    value.a.push({ b: { c: 3 } });
    expect(copy).to.deep.equal({ a: [{ b: { c: 1 } }] });
  });

  it("copies what is large", () => {
    const value = Array.from({ length: 5_000 }, (_, index) => ({ index }));
    const copy = copyValue(value);
    value[4_999]!.index = -1;
    expect(copy).to.have.length(5_000);
    expect(copy[4_999]).to.deep.equal({ index: 4_999 });
  });

  it("keeps a key __proto__ a field", () => {
    const value: unknown = JSON.parse('{"__proto__":{"polluted":true}}');
    const copy = copyValue(value) as Record<string, unknown>;
    expect(Object.hasOwn(copy, "__proto__")).to.equal(true);
    expect(copy["polluted"]).to.equal(undefined);
    expect(JSON.stringify(copy)).to.equal('{"__proto__":{"polluted":true}}');
    const large = { rows: Array.from({ length: 1_000 }, () => ({})), last: value };
    expect(JSON.stringify(copyValue(large).last)).to.equal('{"__proto__":{"polluted":true}}');
  });

  it("keeps circles circles", () => {
    const circle = knot(20);
    const copy = copyValue(circle);
    expect(copy).to.not.equal(circle);
    expect(copy["f7"]).to.equal(copy);
    expect(sameValue(copy, circle)).to.equal(true);
  });

  it("keeps by reference what is no data: instances, dates, functions", () => {
    const value = { point: new Point(1), date: new Date(0), call: () => 1 };
    const copy = copyValue(value);
    expect(copy).to.not.equal(value);
    expect(copy.point).to.equal(value.point);
    expect(copy.date).to.equal(value.date);
    expect(copy.call).to.equal(value.call);
  });

  it("keeps its stack on what is very deep", () => {
    expect(() => copyValue(nested(100_000, 1))).to.not.throw();
  });

  it("keeps holes and the list's length", () => {
    const list: unknown[] = [1];
    list[3] = 4;
    const copy = copyValue(list);
    expect(copy).to.have.length(4);
    expect(1 in copy).to.equal(false);
  });

  describe("data thousands of levels deep", () => {
    it("is the same as itself read anew, and not the same with another leaf", () => {
      expect(sameValue(deep("1"), deep("1"))).to.equal(true);
      expect(sameValue(deep("1"), deep("2"))).to.equal(false);
      expect(sameValue(deep('{"x":1}'), deep('{"x":1,"y":2}'))).to.equal(false);
      expect(sameValue(deep("{}"), deep("[]"))).to.equal(false);
      expect(sameValue(deep("null"), deep("{}"))).to.equal(false);
    });

    it("may be a circle", () => {
      expect(sameValue(circle(), circle())).to.equal(true);
    });
  });
});
