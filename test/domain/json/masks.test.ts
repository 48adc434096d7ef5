import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { BrokenText } from "../../../src/domain/json/text/broken-text.js";
import { credentialSpans, veil } from "../../../src/domain/json/masks/credential-spans.js";
import { NEVER_UP } from "../../support/never-up.js";
import { formatJsonPath } from "../../../src/domain/json/json-path.js";
import { Masks, Reveals } from "../../../src/domain/json/masks/masks.js";
import { RawTextJob } from "../../../src/domain/json/raw-lines.js";
import { TextScanner } from "../../../src/domain/json/text/text-scanner.js";
import { ValueTree } from "../../../src/domain/json/value/value-tree.js";

const masked = (text: string): string => veil(text, credentialSpans(text));

function rawOf(value: unknown): string {
  const tree = new ValueTree(value);
  const job = new RawTextJob(tree, new Masks(tree, undefined, new Reveals()));
  job.run(NEVER_UP);
  return job.text;
}

function brokenOf(text: string): string | undefined {
  const scanner = new TextScanner(text);
  scanner.run(NEVER_UP);
  if (!scanner.broken) return undefined;
  const broken = new BrokenText(text, scanner.tape, scanner.broken.offset, undefined, new Reveals());
  broken.run(NEVER_UP);
  const lines = Array.from({ length: broken.lineCount }, (_, line) =>
    broken
      .line(line)
      .map((piece) => piece.text)
      .join(""),
  );
  return `${broken.maskedText()}\n${lines.join("\n")}`;
}

describe("credentials in texts", () => {
  for (const [text, shown] of [
    ['{"token": "x"', '{"token": ••••••••'],
    ["password=hunter2&user=ann", "password=••••••••&user=ann"],
    ["Authorization: Bearer abc, def\nHost: a.test", "Authorization: ••••••••\nHost: a.test"],
    ["{'secret': 'x', 'a': 1}", "{'secret': ••••••••, 'a': 1}"],
    ['{"api-key": {"deep": ["x"]}, "b": 2', '{"api-key": ••••••••, "b": 2'],
    ['"tok\\u0065n": "x", 1', '"tok\\u0065n": ••••••••, 1'],
    ["https://ann:hunter2@a.test/", "https://ann:••••••••@a.test/"],
    ["https://a.test/f?sig=abc%2B&sv=2", "https://a.test/f?sig=••••••••&sv=2"],
    ["https://a.test/f?X-Amz-Signature=abc&X-Amz-Date=1", "https://a.test/f?X-Amz-Signature=••••••••&X-Amz-Date=1"],
    ["https://a.test/cb?state=1&code=4/0AX", "https://a.test/cb?state=1&code=••••••••"],
    ["https://a.test/cb#code=4/0AX", "https://a.test/cb#code=••••••••"],
    ['{"signature": "abc"', '{"signature": ••••••••'],
    [
      '{"code": 404, signatureVersion: 2, signed: 1, x="code=1"',
      '{"code": 404, signatureVersion: 2, signed: 1, x="code=1"',
    ],
    ["note: the tokens are fine", "note: the tokens are fine"],
    ["author: Ann, sessionId: 5", "author: Ann, sessionId: 5"],
  ] as const) {
    it(`masks ${JSON.stringify(text)}`, () => {
      expect(masked(text)).to.equal(shown);
    });
  }

  it("lets no secret out of a value, wherever it is", () => {
    const key = fc.constantFrom("token", "Password", "api_key", "set-cookie", "authorization", "clientSecret");
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        key,
        fc.array(fc.constantFrom("a", "b.c", "0"), { maxLength: 4 }),
        (other, name, path) => {
          let value: unknown = { other, [name]: { deep: ["XYZZY-1"], text: "XYZZY-2" } };
          for (const step of path) value = { [step]: [value] };
          expect(rawOf(value)).to.not.contain("XYZZY");
        },
      ),
    );
  });

  it("lets no secret out of a text that breaks anywhere", () => {
    const whole = JSON.stringify(
      { a: [1, { token: "XYZZY-1", b: "x, y: z" }], password: { inner: ["XYZZY-2"] }, c: "end" },
      undefined,
      1,
    );
    for (let at = 0; at < whole.length; at++) {
      for (const text of [whole.slice(0, at), `${whole.slice(0, at)}\u0001${whole.slice(at)}`]) {
        // A break inside of the key itself leaves no key to know the value by.
        if (/"(?:token|password)":/.test(text))
          expect(brokenOf(text) ?? "", text).to.not.match(text.includes('"token":') ? /XYZZY-1/ : /^$/);
        if (text.includes('"password":')) expect(brokenOf(text) ?? "", text).to.not.contain("XYZZY-2");
      }
    }
  });

  it("looks through hostile texts in time that grows with their length", () => {
    for (const text of [
      "{token:".repeat(50_000),
      "a=".repeat(200_000),
      '"'.repeat(300_000),
      "token=".repeat(50_000),
      "://a:".repeat(50_000),
    ]) {
      expect(brokenOf(text)).to.be.a("string");
    }
  });
});

describe("formatJsonPath", () => {
  it("quotes what is no plain name", () => {
    expect(formatJsonPath([])).to.equal("$");
    expect(formatJsonPath(["a", 0, "b_1", "ä"])).to.equal("$.a[0].b_1.ä");
    expect(formatJsonPath(["a.b", "it's", "", "0", "a[0]", "\\", "\n", "\u202e"])).to.equal(
      "$['a.b']['it\\'s']['']['0']['a[0]']['\\\\']['\\n']['\\u202e']",
    );
  });
});
