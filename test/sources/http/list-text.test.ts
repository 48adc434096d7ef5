import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { ListText } from "../../../src/sources/http/list-text.js";

interface Body {
  sessions: Record<string, unknown>[];
  [field: string]: unknown;
}

const PADDING = "x".repeat(400);

const rowAt = (index: number, fields: Record<string, unknown> = {}) => ({
  id: `agent_transfer:u:c-${index}:chat`,
  status: "queued",
  // Braces, brackets, quotes and backslashes that are no structure.
  note: `}],{"[\\" \\\\ ${PADDING}`,
  metadata: { steps: [[{ at: index }], "]"], 'odd "key" \\': {} },
  ...fields,
});

const rowsTo = (count: number) => Array.from({ length: count }, (_, index) => rowAt(index));

const bodyOf = (sessions: unknown[], fields: Record<string, unknown> = {}) => JSON.stringify({ sessions, ...fields });

/** A reader that has met a list and knows its rows. */
function primed(text: string) {
  const reader = new ListText();
  reader.read(text);
  const known = reader.read(text) as Body;
  return { reader, known };
}

describe("sources: http: list text", () => {
  it("gives the same objects for rows that are spelled the same, and new ones for the others", () => {
    const rows = rowsTo(100);
    const { reader, known } = primed(bodyOf(rows, { cursor: "1" }));
    rows[7] = rowAt(7, { status: "active" });
    const next = reader.read(bodyOf(rows, { cursor: "2", serverTime: 5 })) as Body;
    expect(next).to.deep.equal({ sessions: rows, cursor: "2", serverTime: 5 });
    const kept = next.sessions.filter((row, index) => row === known.sessions[index]);
    expect(kept).to.have.length(99);
    expect(next.sessions[7]).not.to.equal(known.sessions[7]);
  });

  it("finds the rows again behind some that came or left", () => {
    const rows = rowsTo(100);
    const { reader, known } = primed(bodyOf(rows));
    const next = [rowAt(500), ...rows.slice(0, 20), ...rows.slice(25), rowAt(501)];
    const read = reader.read(bodyOf(next)) as Body;
    expect(read.sessions).to.deep.equal(next);
    expect(read.sessions.filter((row) => known.sessions.includes(row))).to.have.length(95);
  });

  it("reads plain lists, fields before the rows, and any white space", () => {
    const rows = rowsTo(80);
    const plain = primed(JSON.stringify(rows));
    expect(plain.reader.read(JSON.stringify(rows))).to.deep.equal(rows);
    const spaced = JSON.stringify({ cursor: "a", total: 80, sessions: rows, more: { deep: [1] } }, null, 2);
    const { reader, known } = primed(spaced);
    const next = reader.read(spaced) as Body;
    expect(next).to.deep.equal(JSON.parse(spaced));
    expect(next.sessions[3]).to.equal(known.sessions[3]);
    expect(Object.keys(next)).to.deep.equal(["cursor", "total", "sessions", "more"]);
  });

  it("lets another field of the same name win, as JSON.parse does", () => {
    const rows = rowsTo(80);
    const { reader } = primed(bodyOf(rows));
    for (const field of ['"sessions":[]', '"\\u0073essions":["rows"]', '"sessions":null']) {
      const text = `${bodyOf(rows).slice(0, -1)},${field}}`;
      expect(reader.read(text), field).to.deep.equal(JSON.parse(text));
    }
  });

  for (const [what, damage] of [
    ["a row that is cut off", (text: string) => text.slice(0, text.length / 2)],
    ["a missing comma", (text: string) => text.replace('},{"id"', '} {"id"')],
    ["a comma too many", (text: string) => text.replace("]}", ",]}")],
    ["a comma at the end of the rows", (text: string) => `${text.slice(0, -2)},]}`],
    ["something behind the end", (text: string) => `${text} x`],
    ["a control character in a text", (text: string) => text.replace("queued", "que\u0001ued")],
    ["white space that is none in JSON", (text: string) => text.replace('},{"id"', '},\u000b{"id"')],
  ] as const) {
    it(`refuses ${what}, and reads the next list`, () => {
      const text = bodyOf(rowsTo(80));
      const { reader } = primed(text);
      const damaged = damage(text);
      expect(() => JSON.parse(damaged)).to.throw(SyntaxError);
      expect(() => reader.read(damaged)).to.throw(SyntaxError);
      expect(reader.read(text)).to.deep.equal(JSON.parse(text));
    });
  }

  it("reads rows that are no objects as they are", () => {
    const { reader } = primed(bodyOf(rowsTo(80)));
    const odd = bodyOf([...rowsTo(40), null, 7, "text", [], ...rowsTo(60)]);
    expect(reader.read(odd)).to.deep.equal(JSON.parse(odd));
  });

  it("gives what JSON.parse gives, whatever becomes of the rows", () => {
    const edit = fc.record({
      kind: fc.constantFrom("change", "remove", "insert", "swap", "none"),
      at: fc.nat({ max: 79 }),
      fields: fc.dictionary(fc.string({ maxLength: 4 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(edit, { maxLength: 12 }), { minLength: 1, maxLength: 5 }), (polls) => {
        const reader = new ListText();
        let rows: Record<string, unknown>[] = rowsTo(80);
        reader.read(bodyOf(rows));
        for (const [turn, edits] of polls.entries()) {
          for (const { kind, at, fields } of edits) {
            const next = [...rows];
            if (kind === "change") next[at % next.length] = { ...next[at % next.length], ...fields };
            else if (kind === "remove" && next.length > 60) next.splice(at % next.length, 1);
            else if (kind === "insert") next.splice(at, 0, rowAt(1000 + at, fields));
            else if (kind === "swap") next.push(...next.splice(at % next.length, 1));
            rows = next;
          }
          const text = bodyOf(rows, { turn });
          expect(reader.read(text)).to.deep.equal(JSON.parse(text));
        }
      }),
      { numRuns: 150 },
    );
  });
});
