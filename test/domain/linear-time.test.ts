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
  const start = performance.now();
  work(text);
  return performance.now() - start;
}

/**
 * Four doublings. What is linear takes 16 times as long and what is quadratic 256 times: no busy machine and no pause of
 * the browser's makes one look like the other four times in a row.
 */
const isQuadratic = (work: (text: string) => unknown, part: string): boolean => {
  const short = part.repeat(Math.ceil(10_000 / part.length));
  for (let round = 0; round < 4; round++) {
    const before = timeOf(work, short);
    const after = timeOf(work, short.repeat(16));
    // A clock of whole milliseconds says nothing of less.
    if (after <= 64 * Math.max(before, 2)) return false;
  }
  return true;
};

describe("time", () => {
  for (const [name, work] of Object.entries(WORK)) {
    it(`grows with the text, and no faster, for ${name}`, () => {
      expect(PARTS.filter((part) => isQuadratic(work, part))).to.deep.equal([]);
    });
  }
});
