import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { parseExactly } from "../../../src/sources/http/exact-rows.js";
import { ListText } from "../../../src/sources/http/list-text.js";
import { readSession } from "../../../src/sources/wire/session-reader.js";
import { wireText } from "../../../src/core.js";

const ROW =
  '{"id":"a","providerSessionId": 300000000000123456789, "contactId": 12345678901234567890,' +
  '"agent":{"name":"Bot","id":99999999999999999999},' +
  '"metadata":{"callId":300000000000123457},"providerData":[0.12345678901234567890, "\\"},{"]}';

const sessionOf = (row: unknown) => readSession(row).session!;
const rowsOf = (answer: unknown) => (answer as { sessions: unknown[] }).sessions;

/** So many rows that a later one is read row by row. */
const longList = (last: string) =>
  `{"sessions":[${Array.from({ length: 300 }, (_, place) => `{"id":"r${place}","contactId":12345678901234567890,"metadata":{"call":30000000000012345${last},"text":"${"x".repeat(40)}"}}`).join()}]}`;

describe("digits of a list over HTTP", () => {
  for (const [name, text, find] of [
    ["a plain list", `[${ROW}]`, (answer: unknown) => (answer as unknown[])[0]],
    ["a list with its sessions", `{ "cursor":"1", "sessions": [ {"id":"b"} , ${ROW} ] }`, (a: unknown) => rowsOf(a)[1]],
    ["a delta", `{"changed":[${ROW}],"removed":[]}`, (a: unknown) => (a as { changed: unknown[] }).changed[0]],
    ["one session", ROW, (a: unknown) => a],
  ] as const) {
    it(`are all there in ${name}`, () => {
      const session = sessionOf(find(parseExactly(text)));
      expect(session).to.deep.include({
        providerSessionId: "300000000000123456789",
        contactId: "12345678901234567890",
        agentId: "99999999999999999999",
      });
      expect(session).not.to.have.property("issues");
      expect(wireText(session, "metadata")).to.equal('{"callId":300000000000123457}');
      expect(wireText(session, "providerData")).to.equal('[0.12345678901234567890, "\\"},{"]');
      expect(session.metadata, "plain JSON").to.deep.equal({ callId: 300000000000123456 });
    });
  }

  for (const id of ["9007199254740992", "9007199254740994", "10000000000000000000", "-9007199254740992"]) {
    it(`are there in ${id}, which is exact by chance`, () => {
      const row = `{"id":${id},"contactId":${id},"agent":{"id":${id}},"providerSessionId":${id},"metadata":${id}}`;
      const answer = parseExactly(`{"changed":[${row}],"removed":[${id}]}`) as {
        changed: unknown[];
        removed: unknown[];
      };
      const session = sessionOf(answer.changed[0]);
      expect(session).to.include({ id, contactId: id, agentId: id, providerSessionId: id, metadata: id });
      expect(session).not.to.have.property("issues");
      expect(answer.removed).to.deep.equal([id]);
    });
  }

  it("are those of the last value, where a name stands twice", () => {
    const first =
      '"contactId":300000000000123457,"metadata":{"a":300000000000123457},"agent":"}","\\u0069d":12345678901234567';
    const last = '"contactId":"c","metadata":{"a":1},"agent":{"id":99999999999999999999},"id":12345678901234568';
    const lists = '"sessions":[{"id":"z","metadata":{"a":300000000000123457}}],"removed":{},"sessions":';
    const session = sessionOf(rowsOf(parseExactly(`{${lists}[{${first},${last}}]}`))[0]);
    expect(session).to.deep.include({ id: "12345678901234568", contactId: "c", agentId: "99999999999999999999" });
    expect(wireText(session, "metadata")).to.equal(undefined);
  });

  it("are there beside data of any depth", () => {
    for (const [open, close] of [
      ["[", "]"],
      ['{"agent":', "}"],
      ['{"sessions":', "}"],
    ]) {
      const deep = `${open!.repeat(100_000)}1${close!.repeat(100_000)}`;
      const [row] = rowsOf(parseExactly(`{"agent":${deep},"sessions":[{"agent":${deep},"id":12345678901234567890}]}`));
      expect(row).to.have.property("id", "12345678901234567890");
    }
  });

  it("are there in the ids that were removed", () => {
    expect(parseExactly('{"changed":[],"removed":[12345678901234567890, 7]}')).to.have.deep.property("removed", [
      "12345678901234567890",
      7,
    ]);
  });

  it("are all there in data that is nothing but a number: it becomes text, and one that lost nothing stays", () => {
    const row = '{"id":"a","metadata": 300000000000123457 ,"providerData":-9007199254740991}';
    const session = sessionOf(rowsOf(parseExactly(`{"sessions":[${row}]}`))[0]);
    expect(session).to.deep.include({ metadata: "300000000000123457", providerData: -9007199254740991 });
  });

  it("cost rows without a long number nothing: their spelling is not kept", () => {
    const [short, long] = rowsOf(parseExactly(`{"sessions":[{"id":1,"metadata":{"a":1.5}},${ROW}]}`)).map(sessionOf);
    expect(wireText(short!, "metadata")).to.equal(undefined);
    expect(wireText(long!, "metadata")).to.be.a("string");
  });

  it("are there in every later list, and a digit that changes is a change", () => {
    const lists = new ListText();
    const read = (last: string) => rowsOf(lists.read(longList(last))).map(sessionOf);
    for (const last of ["1", "1", "2", "3"]) {
      const sessions = read(last);
      expect(new Set(sessions.map(({ contactId }) => contactId))).to.deep.equal(new Set(["12345678901234567890"]));
      expect(wireText(sessions[299]!, "metadata")).to.contain(`30000000000012345${last}`);
    }
  });

  it("change nothing else of what JSON.parse gives", () => {
    // A long number that is all of the metadata becomes text: see above.
    const plainJson = fc.json().filter((text) => !/^-?\d{16,}$/.test(text));
    fc.assert(
      fc.property(plainJson, fc.constantFrom("", ' "n": 0.1234567890123456789, '), (metadata, extra) => {
        const text = `{"sessions":[{${extra}"id":"a","metadata":${metadata}, "agent" : {"x":[1,2]} }]}`;
        expect(parseExactly(text)).to.deep.equal(JSON.parse(text));
      }),
    );
  });
});
