import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { textCompareFor, textOrderFor, TextRanks } from "../../../src/domain/query/text-order.js";
import { sortTexts } from "../../../src/domain/query/sort-texts.js";
import { fold, foldedWords } from "../../../src/domain/query/fold.js";
import { anyText } from "./arbitraries.js";

const OPTIONS = { numeric: true, sensitivity: "base" } as const;

/** Characters that the orders of languages treat in ways of their own. */
const character = fc.constantFrom(
  ..."aAbcChHlLjJnNsSyYzZ0019 -_.:,;'\"@#$%&*/\\()[]{}<>=+|~^`!?\t\n\u0001\u007f",
  "ä",
  "e\u0301",
  "a\u030a",
  "\u0301",
  "\u0307",
  "٢",
  "²",
  "ß",
  "ø",
  "ı",
  "😀",
  "\ud800",
  "\udc00",
  "\u200b",
  "ﬁ",
  "日",
);
const text = fc.oneof(
  fc.string({ unit: character, maxLength: 6 }),
  fc.string({ unit: fc.constantFrom(..."aAb012 -_"), maxLength: 12 }),
  fc.stringMatching(/^[a-f0-9]{8}-[a-f0-9]{4}$/),
  anyText,
);
describe("textCompareFor", () => {
  it("knows numbers of any length, and that Czech sorts ch after h", () => {
    const compare = textCompareFor("en");
    expect(["a10", "A9", "a007", "a0"].sort(compare)).to.deep.equal(["a0", "a007", "A9", "a10"]);
    expect(Math.sign(compare("1".repeat(300), "2".repeat(300)))).to.equal(-1);
    expect(["cz", "ch", "h", "i"].sort(textCompareFor("cs"))).to.deep.equal(["cz", "h", "ch", "i"]);
  });

  it("sees which languages order texts character by character", () => {
    for (const lang of ["en", "de", "sv", "ja"]) expect(textOrderFor(lang), lang).to.have.property("weights");
    for (const lang of ["cs", "da", "hu"]) expect(textOrderFor(lang), lang).not.to.have.property("weights");
  });

  it("takes a tag that is none for the browser's language", () => {
    expect(Math.sign(textCompareFor("no such language!")("a", "b"))).to.equal(-1);
  });
});

describe("sortTexts", () => {
  for (const lang of [
    "en",
    "de",
    "sv",
    "da",
    "cs",
    "hu",
    "es-u-co-trad",
    "th",
    "ja",
    "ar",
    "lt",
    "br",
    "de-u-co-phonebk",
  ]) {
    it(`sorts many texts as the collator of ${lang} does (property)`, () => {
      const { compare } = new Intl.Collator(lang, OPTIONS);
      const number = fc.stringMatching(/^[ab-]?0{0,2}[0-9]{1,14}[a-]?$/);
      const many = fc.uniqueArray(fc.oneof(text, number, fc.string({ unit: "grapheme-ascii", maxLength: 12 })), {
        minLength: 250,
        maxLength: 300,
      });
      const start = fc.constantFrom("", "agent_transfer:", "a1", "é", "7");
      fc.assert(
        fc.property(many, start, ([...texts], start) => {
          const given = texts.map((entry) => start + entry);
          const sorted = sortTexts([...given], textOrderFor(lang));
          expect(sorted.toSorted()).to.deep.equal(given.toSorted());
          for (let place = 1; place < sorted.length; place++) {
            const pair = [sorted[place - 1]!, sorted[place]!] as const;
            if (compare(...pair) > 0) expect.fail(`wrong order: ${JSON.stringify(pair)}`);
          }
        }),
        { numRuns: 40 },
      );
    });
  }
});

describe("TextRanks", () => {
  it("ranks as the order does, whatever was ranked before (property)", () => {
    const order = textOrderFor("en");
    const { compare } = order;
    const lists = fc.array(fc.array(fc.option(text, { nil: undefined }), { maxLength: 30 }), { maxLength: 5 });
    fc.assert(
      fc.property(lists, (rounds) => {
        const ranks = new TextRanks();
        for (const texts of rounds) {
          const ranking = ranks.rank("contact", texts, order);
          const known = texts.filter((entry) => entry !== undefined);
          for (const a of known) {
            const rank = ranking.ranks.get(a)!;
            expect(rank).to.be.within(0, ranking.count - 1);
            for (const b of known) {
              expect(Math.sign(rank - ranking.ranks.get(b)!)).to.equal(Math.sign(compare(a, b)));
            }
          }
        }
      }),
    );
  });

  it("forgets what is gone", () => {
    const ranks = new TextRanks();
    const order = textOrderFor("en");
    for (let round = 0; round < 20; round++) {
      ranks.rank(
        "id",
        Array.from({ length: 1000 }, (_, place) => `${round}-${place}`),
        order,
      );
    }
    expect(ranks.rank("id", ["x"], order).ranks.size).to.be.below(5000);
  });
});

describe("fold", () => {
  for (const [a, b] of [
    ["MÜLLER", "muller"],
    ["Straße", "STRASSE"],
    ["ΟΔΟΣ", "οδός"],
    ["İstanbul", "istanbul"],
    ["ISPARTA", "ısparta"],
    ["e\u0301", "É"],
  ] as const) {
    it(`makes one of ${a} and ${b}`, () => expect(fold(a)).to.equal(fold(b)));
  }

  it("stays as it is, folded twice, and never throws (property)", () => {
    fc.assert(
      fc.property(anyText, (value) => {
        expect(fold(fold(value))).to.equal(fold(value));
      }),
      { numRuns: 1000 },
    );
  });

  it("takes words apart, each once", () => {
    expect(foldedWords("  Ana\tana\u00a0BO\n ")).to.deep.equal(["ana", "bo"]);
  });
});
