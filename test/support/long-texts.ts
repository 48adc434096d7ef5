import { credentialSpans, veil } from "../../src/domain/json/masks/credential-spans.js";
import { looksLikeCredential } from "../../src/domain/json/masks/credential-names.js";
import { maskMessage } from "../../src/domain/json/masks/mask-message.js";
import { fold, foldedWords } from "../../src/domain/query/fold.js";
import { parseExactly } from "../../src/sources/http/exact-rows.js";

/** What is done with texts that others wrote. */
export const WORK: Readonly<Record<string, (text: string) => unknown>> = {
  "masks of a pane": (text) => veil(text, credentialSpans(text)),
  "masks of a message": maskMessage,
  "the judgement of a key": looksLikeCredential,
  "the fold of a search": fold,
  "the words of a search": foldedWords,
  "the reading of a body": (text) =>
    parseExactly(JSON.stringify({ sessions: [{ id: text, metadata: [1.2345678901234567, text] }] })),
};

/** Parts that, repeated, make a pattern look at the same text again and again. */
export const PARTS = [
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
