import { expect } from "@open-wc/testing";
import { includes, rowsBetween, segmentsOf, widened } from "../../src/lit/virtual/row-range.js";

describe("the rows that are near a view", () => {
  for (const [top, bottom, from, to] of [
    [0, 100, 0, 5],
    [19, 20, 0, 1],
    [20, 40, 1, 2],
    [21, 41, 1, 3],
    [-50, -30, -3, -1],
    [60, 10, 3, 3],
  ] as const) {
    it(`are ${from} up to ${to} between ${top} and ${bottom} px, of 20 px each`, () => {
      expect(rowsBetween(top, bottom, 20)).to.deep.equal({ from, to });
    });
  }

  it("have some more at both ends, as far as the list goes", () => {
    expect(widened({ from: 10, to: 20 }, 5, 100)).to.deep.equal({ from: 5, to: 25 });
    expect(widened({ from: 3, to: 98 }, 5, 100)).to.deep.equal({ from: 0, to: 100 });
    expect(widened({ from: -30, to: -20 }, 5, 100)).to.deep.equal({ from: 0, to: 0 });
    expect(widened({ from: 130, to: 140 }, 5, 100)).to.deep.equal({ from: 100, to: 100 });
  });

  it("are drawn already, or not", () => {
    expect(includes({ from: 5, to: 25 }, { from: 5, to: 25 })).to.equal(true);
    expect(includes({ from: 5, to: 25 }, { from: 4, to: 20 })).to.equal(false);
    expect(includes({ from: 5, to: 25 }, { from: 10, to: 26 })).to.equal(false);
  });
});

/** A list of rows of 20 px: `40-60` are drawn, `0:800px` is a gap from row 0. */
function shape(count: number, from: number, to: number, keep = -1): readonly string[] {
  return segmentsOf(count, { from, to }, keep, 20).map((segment) =>
    segment.kind === "rows" ? `${segment.from}-${segment.to}` : `${segment.from}:${segment.height}px`,
  );
}

describe("a list of which some rows are drawn", () => {
  it("has gaps of the others' height around them", () => {
    expect(shape(100, 40, 60)).to.deep.equal(["0:800px", "40-60", "60:800px"]);
    expect(shape(100, 0, 60)).to.deep.equal(["0-60", "60:800px"]);
    expect(shape(100, 40, 100)).to.deep.equal(["0:800px", "40-100"]);
  });

  it("keeps one row wherever the others are", () => {
    expect(shape(100, 40, 60, 10)).to.deep.equal(["0:200px", "10-11", "11:580px", "40-60", "60:800px"]);
    expect(shape(100, 40, 60, 99)).to.deep.equal(["0:800px", "40-60", "60:780px", "99-100"]);
    expect(shape(100, 40, 60, 39)).to.deep.equal(["0:780px", "39-40", "40-60", "60:800px"]);
    expect(shape(100, 40, 60, 50)).to.deep.equal(["0:800px", "40-60", "60:800px"]);
    expect(shape(100, 40, 60, 100)).to.deep.equal(["0:800px", "40-60", "60:800px"]);
  });

  it("draws the last rows where the list has become shorter", () => {
    expect(shape(10, 40, 60)).to.deep.equal(["0:180px", "9-10"]);
    expect(shape(50, 40, 60)).to.deep.equal(["0:800px", "40-50"]);
  });

  it("is as high as all its rows", () => {
    for (const keep of [-1, 0, 50, 99]) {
      let height = 0;
      for (const segment of segmentsOf(100, { from: 30, to: 60 }, keep, 20)) {
        height += segment.kind === "rows" ? (segment.to - segment.from) * 20 : segment.height;
      }
      expect(height).to.equal(2000);
    }
  });
});
