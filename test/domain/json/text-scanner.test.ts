import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { NEVER_UP } from "../../support/never-up.js";
import { TextScanner } from "../../../src/domain/json/text/text-scanner.js";
import { TextTree } from "../../../src/domain/json/text/text-tree.js";
import { isContainer, JsonKind, NO_NODE, pathOf, type JsonTree } from "../../../src/domain/json/tree.js";
import { invalid, isJson, valid } from "./documents.js";

function scan(text: string): TextScanner {
  const scanner = new TextScanner(text);
  scanner.run(NEVER_UP);
  return scanner;
}

function treeOf(text: string): TextTree {
  const scanner = scan(text);
  if (scanner.broken) throw new Error(`${text} breaks at ${scanner.broken.offset}: ${scanner.broken.reason}`);
  return new TextTree(text, scanner.tape);
}

/** What the tree says, as a value; the last of two members of one name wins, as in JSON.parse. */
function toValue(tree: JsonTree, node = 0): unknown {
  const kind = tree.kindOf(node);
  if (!isContainer(kind))
    return kind === JsonKind.string ? tree.textOf(node) : (JSON.parse(tree.spellingOf(node)) as unknown);
  const entries: [string, unknown][] = [];
  for (let child = tree.firstChild(node); child !== NO_NODE; child = tree.nextSibling(child)) {
    entries.push([String(tree.keyOf(child)), toValue(tree, child)]);
  }
  return kind === JsonKind.array ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

describe("TextScanner", () => {
  it("has several hundred texts to read", () => {
    expect(valid.length).to.be.greaterThan(300);
    expect(invalid.length).to.be.greaterThan(200);
  });

  for (const text of valid) {
    it(`reads ${JSON.stringify(text)}`, () => {
      expect(toValue(treeOf(text))).to.deep.equal(JSON.parse(text));
    });
  }

  for (const text of invalid) {
    it(`says where ${JSON.stringify(text)} breaks`, () => {
      const { broken } = scan(text);
      expect(broken).to.not.equal(undefined);
      expect(broken!.offset).to.be.within(0, text.length);
      expect(broken!.line).to.equal(text.slice(0, broken!.offset).split("\n").length);
    });
  }

  it("agrees with the platform on any text", () => {
    const pieces = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      "\\",
      "u",
      "0",
      "1",
      "-",
      ".",
      "e",
      "true",
      "null",
      " ",
      "\n",
      '"a"',
      "\u0001",
      "é",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        expect(scan(text).broken === undefined).to.equal(isJson(text));
      }),
      { numRuns: 5000 },
    );
  });

  it("keeps any value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 1, 2), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        expect(toValue(treeOf(text))).to.deep.equal(JSON.parse(text));
      }),
    );
  });

  it("says the same in slices of one step", () => {
    const text = JSON.stringify({ rows: Array.from({ length: 3000 }, (_, id) => ({ id, name: `n${id}` })) });
    const scanner = new TextScanner(text);
    let slices = 1;
    while (!scanner.run(() => true)) slices++;
    expect(slices).to.be.greaterThan(3);
    expect(toValue(new TextTree(text, scanner.tape))).to.deep.equal(JSON.parse(text));
  });

  for (const digits of ["12345678901234567890", "1e400", "-0", "1.10", "1E+02"]) {
    it(`keeps ${digits} as written`, () => {
      expect(treeOf(`{"n":${digits}}`).textOf(1)).to.equal(digits);
    });
  }

  it("shows every member of a name that stands twice", () => {
    const tree = treeOf('{"a":1,"b":2,"a":3}');
    expect([1, 2, 3].map((node) => [tree.keyOf(node), tree.occurrenceOf(node), tree.textOf(node)])).to.deep.equal([
      ["a", 0, "1"],
      ["b", 0, "2"],
      ["a", 1, "3"],
    ]);
    expect(tree.valueOf(1)).to.equal(1);
  });

  it("keeps the values of containers apart that share a name", () => {
    const tree = treeOf('{"a":{"x":1},"a":{"x":2}}');
    expect(tree.valueOf(0)).to.deep.equal({ a: { x: 2 } });
    expect(tree.valueOf(1)).to.deep.equal({ x: 1 });
  });

  it("keeps the order of the text", () => {
    const tree = treeOf('{"b":1,"1":2,"a":3,"0":4}');
    expect([1, 2, 3, 4].map((node) => tree.keyOf(node))).to.deep.equal(["b", "1", "a", "0"]);
  });

  it("passes over a byte order mark", () => {
    expect(toValue(treeOf("\ufeff{}"))).to.deep.equal({});
  });

  it("says line, column and reason", () => {
    expect(scan('{\n  "a": 1,\n  "b": tru\n}').broken).to.include({
      line: 3,
      column: 8,
      reason: "literal",
      found: "t",
    });
    expect(scan('{"a":1').broken).to.include({ line: 1, column: 7, reason: "end", found: "" });
    expect(scan("").broken).to.include({ reason: "empty" });
    expect(scan('{"a":"x\ny"}').broken).to.include({ line: 1, column: 8, reason: "control" });
  });

  it("nests a hundred thousand deep", () => {
    const deep = 100_000;
    const tree = treeOf("[".repeat(deep) + "]".repeat(deep));
    expect(tree.count).to.equal(deep);
    expect(tree.depthOf(deep - 1)).to.equal(deep - 1);
    expect(pathOf(tree, deep - 1).length).to.equal(deep - 1);
    expect(scan("[".repeat(deep)).broken).to.include({ reason: "end" });
  });
});
