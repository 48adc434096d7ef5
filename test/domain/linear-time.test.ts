import { expect } from "@open-wc/testing";
import { credentialSpans, veil } from "../../src/domain/json/masks/credential-spans.js";
import { looksLikeCredential } from "../../src/domain/json/masks/credentials.js";
import { maskSecrets } from "../../src/domain/json/masks/mask-secrets.js";
import { fold, foldedWords } from "../../src/domain/query/fold.js";
import { parseExactly } from "../../src/sources/http/exact-rows.js";

/** What is done with texts that others wrote. */
const WORK: Readonly<Record<string, (text: string) => unknown>> = {
  "masks of a pane": (text) => veil(text, credentialSpans(text)),
  "masks of a message": maskSecrets,
  "the judgement of a key": looksLikeCredential,
  "the fold of a search": fold,
  "the words of a search": foldedWords,
  "the reading of a body": (text) =>
    parseExactly(JSON.stringify({ sessions: [{ id: text, metadata: [1.2345678901234567, text] }] })),
};

/** Parts that, repeated, make a pattern look at the same text again and again. */
const PARTS = [
  "-eyJ",
  "eyJabcdefg",
  "eyJabcdefg.",
  "-eyJabcdef.abcdef",
  "a.",
  "Bearer ",
  "Bearer+",
  "basic  ",
  "-----BEGIN ",
  "-----BEGIN PRIVATE KEY-----",
  "-----BEGIN A",
  "//a:",
  "//a:b",
  ":",
  ": ",
  "=",
  "token=",
  "token:",
  '"token":',
  '"token" : "',
  '"token":{',
  '"token":[" ',
  "?code=",
  "&",
  '"',
  '\\"',
  "'",
  " ",
  "\n",
  "{",
  "[",
  "\u0301\u0323",
  "\u0345",
  "\u00c5",
  "\u03a3\u0301",
  "\u0130",
  "12345678901234567890",
  "[1",
  ":1.",
];

function timeOf(work: (text: string) => unknown, text: string): number {
  let best = Infinity;
  for (let round = 0; round < 4; round++) {
    const start = performance.now();
    work(text);
    best = Math.min(best, performance.now() - start);
    if (best > 500) break;
  }
  return best;
}

describe("time", () => {
  for (const [name, work] of Object.entries(WORK)) {
    it(`that ${name} take${name.startsWith("masks") || name.includes("words") ? "" : "s"} doubles with the text, and no more`, () => {
      for (const part of PARTS) {
        const half = part.repeat(Math.ceil(80_000 / part.length));
        const [one, two] = [timeOf(work, half), timeOf(work, half + half)];
        // What is short is told by noise; what is quadratic takes seconds.
        if (two > 100)
          expect(two / one, `${JSON.stringify(part)}: ${one.toFixed(1)} and ${two.toFixed(1)} ms`).to.be.below(3);
      }
    });
  }

  it("is short for what froze a page for seconds", () => {
    expect(timeOf(WORK["masks of a pane"]!, "-eyJ".repeat(25_000))).to.be.below(500);
    expect(timeOf(maskSecrets, "-eyJ".repeat(25_000))).to.be.below(500);
    expect(timeOf(fold, "\u0301\u0323".repeat(40_000))).to.be.below(500);
  });
});

describe("a JWT", () => {
  const JWT = "eyJhbGciOiJI.eyJzdWIiOiIx.SflKxwRJSM-eKKF2QT4";
  for (const [text, shown] of [
    [JWT, "\u2022".repeat(8)],
    [`a ${JWT} b`, `a ${"\u2022".repeat(8)} b`],
    [`session-${JWT}`, `session-${"\u2022".repeat(8)}`],
    [`-eyJ-${JWT}`, `-${"\u2022".repeat(8)}`],
    ["xeyJhbGciOiJI.eyJzdWIiOiIx.SflKxwRJ", "xeyJhbGciOiJI.eyJzdWIiOiIx.SflKxwRJ"],
    ["eyJhbGciOiJI.short.SflKxwRJ", "eyJhbGciOiJI.short.SflKxwRJ"],
  ] as const) {
    it(`is masked in ${JSON.stringify(text)} as before`, () => {
      expect(maskSecrets(text)).to.equal(shown);
      expect(veil(text, credentialSpans(text))).to.equal(shown);
    });
  }
});
