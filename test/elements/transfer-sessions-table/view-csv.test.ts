import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { toCsv } from "../../../src/elements/transfer-sessions-table/export/csv-writer.js";
import { csvOfSessions } from "../../../src/elements/transfer-sessions-table/export/session-csv.js";
import { tableEnglish } from "../../../src/i18n/table-strings.js";
import { anySession, anyText } from "../../domain/query/arbitraries.js";
import { session } from "../../support/session.js";

/** A strict reader of RFC 4180: throws where a file breaks its rules. */
function parse(csv: string): string[][] {
  expect(csv.startsWith("\ufeff")).to.equal(true);
  const rows: string[][] = [];
  let row: string[] = [];
  let place = 1;
  while (place < csv.length) {
    let cell = "";
    if (csv[place] === '"') {
      for (place++; csv[place] !== '"' || csv[place + 1] === '"'; place++) {
        if (place >= csv.length) throw new Error("a quote is not closed");
        if (csv[place] === '"') place++;
        cell += csv[place];
      }
      place++;
    } else {
      for (; !",\r\n".includes(csv[place] ?? "\n"); place++) {
        if (csv[place] === '"') throw new Error("a quote within a bare cell");
        cell += csv[place];
      }
    }
    row.push(cell);
    if (csv[place] === ",") place++;
    else if (csv.startsWith("\r\n", place)) {
      place += 2;
      rows.push(row);
      row = [];
    } else throw new Error(`no end of a cell at ${place}`);
  }
  expect(row).to.deep.equal([]);
  return rows;
}

const cell = (value: unknown): string => parse(toCsv(["h"], [[value]]))[1]![0]!;

describe("toCsv", () => {
  it("writes lines as RFC 4180 has them, with a byte order mark", () => {
    expect(
      toCsv(
        ["Name", "Note"],
        [
          ["Ana", "plain"],
          ["a,b", 'say "hi"'],
          ["two\nlines", "two\r\nlines"],
          [" spaced ", ""],
        ],
      ),
    ).to.equal('\ufeffName,Note\r\nAna,plain\r\n"a,b","say ""hi"""\r\n"two\nlines","two\r\nlines"\r\n" spaced ",\r\n');
    expect(toCsv(["a"], [])).to.equal("\ufeffa\r\n");
    expect(parse(toCsv(["a"], [[""], [undefined], ["x"]]))).to.deep.equal([["a"], [""], [""], ["x"]]);
  });

  for (const text of [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "  =1",
    "\t=1",
    "\tx",
    "\rx",
    "\n=1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff=1",
    "\u0001=1",
    "\u202e=1",
    "\ud800=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "\u3000＝1",
    "-",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://example.org","x")',
  ]) {
    it(`lets ${JSON.stringify(text)} start no formula, also as a heading`, () => {
      expect(cell(text)).to.equal(`'${text}`);
      expect(parse(toCsv([text], []))).to.deep.equal([[`'${text}`]]);
    });
  }

  it("looks for a formula behind what it leaves out", () => {
    expect(cell("\0=1")).to.equal("'=1");
    expect(cell("a\0b")).to.equal("ab");
    expect(cell("\0")).to.equal("");
  });

  it("leaves other texts alone", () => {
    for (const text of ["a=b", "a-b", "1-2", "'=1", "ana@example.org", '"=1', ";=1", "—", "ä", "日本", "__proto__"]) {
      expect(cell(text)).to.equal(text);
    }
  });

  it("keeps numbers numbers, and writes dates as ISO 8601", () => {
    const values = [-5, 1.5, -0, 1e21, NaN, Infinity, true, 7n, new Date(0), new Date(NaN), null, undefined];
    expect(values.map(cell)).to.deep.equal([
      "-5",
      "1.5",
      "0",
      "1e+21",
      "",
      "",
      "true",
      "7",
      "1970-01-01T00:00:00.000Z",
      "",
      "",
      "",
    ]);
  });

  it("takes any value without throwing", () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    const throws = {
      toJSON() {
        throw new Error("no");
      },
    };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect([circle, throws, proxy, Symbol("x"), () => 1, { a: [1] }, { toJSON: () => "=1" }].map(cell)).to.deep.equal([
      "",
      "",
      "",
      "",
      "",
      '{"a":[1]}',
      '"=1"',
    ]);
    expect(cell("x".repeat(5_000_000))).to.have.length(5_000_000);
    expect(cell(" ".repeat(1_000_000))).to.have.length(1_000_000);
  });

  it("can be read back, and starts no formula (property)", () => {
    const anyCell = fc.oneof(anyText, fc.string({ unit: fc.constantFrom(..."=+-@＝\t\r\n \",;'a\0\ud800\u200b") }));
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { minLength: 2, maxLength: 2 }), { maxLength: 6 }), (rows) => {
        const read = parse(toCsv(["a", "b"], rows)).slice(1);
        expect(read.length).to.equal(rows.length);
        for (const [place, row] of rows.entries()) {
          for (const [column, text] of row.entries()) {
            const found = read[place]![column]!;
            const plain = text.replaceAll("\0", "");
            expect(found === plain || found === `'${plain}`).to.equal(true);
            expect(found).not.to.match(/^[\t\r\n]|^\s*[=+\-@]/);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("csvOfSessions", () => {
  const labels = { ...tableEnglish.columns, ...tableEnglish.csvColumns };
  const HEADER =
    "Session ID,Contact,Agent,Agent ID,Provider,Channel,Status,Queue,Provider session ID," +
    "Created,Updated,Ended,Duration (seconds),TTL (minutes)";

  it("has all that a session says of itself, but none of its JSON", () => {
    const full = session({
      id: "agent_transfer:u:c:chat",
      contactId: "=42",
      agentName: "Ana, the bot",
      agentId: "a1",
      status: "ended",
      queue: "VIP",
      providerSessionId: "p1",
      createdAt: 0,
      updatedAt: 60_000,
      endedAt: 61_999,
      metadata: { token: "secret" },
      providerData: "secret",
    });
    const csv = csvOfSessions([full, session({ id: "s2", channel: "voice" }), session({ id: "s3", channel: "fax" })], {
      now: 1e12,
      labels,
    });
    expect(csv).to.equal(
      `\ufeff${HEADER}\r\n` +
        'agent_transfer:u:c:chat,\'=42,"Ana, the bot",a1,genesys,chat,ended,VIP,p1,' +
        "1970-01-01T00:00:00.000Z,1970-01-01T00:01:00.000Z,1970-01-01T00:01:01.999Z,61,30\r\n" +
        "s2,,,,genesys,voice,active,,,,,,,0\r\n" +
        "s3,,,,genesys,fax,active,,,,,,,\r\n",
    );
    expect(csv).not.to.contain("secret");
  });

  it("takes the source's lifecycle, and headings in another language", () => {
    const [header, row] = parse(
      csvOfSessions([session({ createdAt: 0 })], {
        now: 9_500,
        lifecycle: { chat: 7 },
        labels: { id: "ID", contact: "Kontakt", toString: "no" },
      }),
    );
    expect(header!.slice(0, 3)).to.deep.equal(["ID", "Kontakt", "agent"]);
    expect(row!.slice(-2)).to.deep.equal(["9", "7"]);
  });

  it("takes any session, and times that no calendar has (property)", () => {
    fc.assert(
      fc.property(fc.array(anySession), fc.double(), (sessions, time) => {
        const rows = parse(
          csvOfSessions([...sessions, session({ createdAt: time, updatedAt: 1e300 })], { now: 2e6, labels }),
        );
        expect(rows.map(({ length }) => length)).to.deep.equal(rows.map(() => 14));
        expect(rows).to.have.length(sessions.length + 2);
      }),
    );
  });
});
