import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { cutText, firstCharacters, lastCharacters } from "../../src/elements/shared/characters.js";
import { clip } from "../../src/elements/shared/clip.js";
import { shortenMiddle } from "../../src/elements/transfer-sessions-table/cells/shorten-middle.js";

const FAMILY = "👨‍👩‍👧‍👦";
const PIECES = ["a", "Z", "7", "ш", "漢", "😀", FAMILY, "👍🏽", "e\u0301\u0323", "ש\u05b8", "❤️", "❤️‍🔥", "1️⃣"];

const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 });
const isBoundary = (parts: readonly string[], cut: string) =>
  parts.some((_, place) => parts.slice(0, place).join("") === cut) || parts.join("") === cut;

function withoutSegmenter(run: () => void): void {
  const own = Object.getOwnPropertyDescriptor(Intl, "Segmenter")!;
  Object.defineProperty(Intl, "Segmenter", { value: undefined, configurable: true });
  try {
    run();
  } finally {
    Object.defineProperty(Intl, "Segmenter", own);
  }
}

function keepsWhole(): void {
  fc.assert(
    fc.property(pieces, fc.integer({ min: 1, max: 40 }), (parts, count) => {
      const text = parts.join("");
      expect(firstCharacters(text, count)).to.equal(text.length <= count ? text : parts.slice(0, count).join(""));
      expect(lastCharacters(text, count)).to.equal(text.length <= count ? text : parts.slice(-count).join(""));
      const cut = cutText(text, count + 12);
      expect(cut.length).to.be.at.most(count + 12);
      expect(isBoundary(parts, cut), `${cut} of ${text}`).to.equal(true);
    }),
  );
}

describe("characters", () => {
  it("cuts no emoji, and no letter from its accents", () => keepsWhole());

  it("cuts no surrogate pair where the browser cannot tell characters", () => {
    withoutSegmenter(() => {
      for (const cut of [firstCharacters, lastCharacters, cutText]) {
        for (let count = 1; count < 20; count++) encodeURIComponent(cut("😀a".repeat(20), count));
      }
    });
  });

  it("is done soon with a pile of marks, and still cuts no surrogate pair", () => {
    const pile = `a${"\u0301".repeat(1_000_000)}`;
    expect(cutText(pile, 100)).to.have.length(100);
    expect(firstCharacters(pile, 4).length).to.be.at.most(4 * 16);
    expect(lastCharacters(pile, 4).length).to.be.at.most(4 * 16);
    const long = `a${"👩‍".repeat(100)}`;
    for (const length of [97, 98, 99, 100]) encodeURIComponent(cutText(long, length));
  });

  it("shortens what is shown between two characters, and only what it makes shorter", () => {
    const name = FAMILY.repeat(20);
    expect(shortenMiddle(name)).to.equal(`${FAMILY.repeat(8)}…${FAMILY.repeat(4)}`);
    expect(shortenMiddle(FAMILY.repeat(2))).to.equal(FAMILY.repeat(2));
    expect(clip("e\u0301".repeat(301))).to.equal(`${"e\u0301".repeat(300)}…`);
    expect(clip("😀".repeat(200))).to.equal("😀".repeat(200));
  });
});
