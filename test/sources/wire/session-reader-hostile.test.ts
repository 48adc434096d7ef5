import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import type { FieldIssue } from "../../../src/domain/session/session.js";
import { UNREADABLE } from "../../../src/platform/describe.js";
import { readSession } from "../../../src/sources/wire/session-reader.js";
import { isBlank } from "../../../src/sources/wire/text.js";
import { anyRow, likelyRow } from "./arbitrary-row.js";
import { codesOf, refuse, ROW, SESSION, sessionOf } from "./full-row.js";

describe("readSession of any row", () => {
  describe("hostile rows", () => {
    it("survives getters that throw, and reads the rest", () => {
      const row = Object.defineProperties(
        { ...ROW },
        {
          queue: {
            get: () => {
              throw new Error("no");
            },
          },
          metadata: {
            get: () => {
              throw Object.create(null);
            },
          },
          status: {
            get: () => {
              throw undefined;
            },
          },
        },
      );
      const session = sessionOf(row);
      expect(codesOf(session).sort()).to.deep.equal(["metadata invalid", "queue invalid", "status invalid"]);
      expect(session.status).to.equal("");
      expect(session.contactId).to.equal("c-1");
    });

    it("rejects what has an id that cannot be read", () => {
      const row = Object.defineProperty({ ...ROW }, "id", {
        get: () => {
          throw new Error("no");
        },
      });
      expect(readSession(row).rejected).to.be.a("string");
    });

    it("survives a Proxy in which every trap throws, and a revoked one", () => {
      const proxy = new Proxy(
        {},
        { get: refuse, has: refuse, ownKeys: refuse, getPrototypeOf: refuse, getOwnPropertyDescriptor: refuse },
      );
      const { proxy: revoked, revoke } = Proxy.revocable({}, {});
      revoke();
      expect(readSession(proxy).rejected).to.be.a("string");
      expect(readSession(revoked).rejected).to.be.a("string");
      for (const field of Object.keys(ROW)) {
        for (const value of [proxy, revoked]) {
          expect(() => readSession({ ...ROW, [field]: value }), field).not.to.throw();
        }
      }
      expect(codesOf(sessionOf({ ...ROW, agentName: null, agent: revoked, queue: proxy })).length).to.be.greaterThan(0);
    });

    it("reads a row without prototype, a frozen one, and a class instance with getters", () => {
      expect(sessionOf(Object.assign(Object.create(null), ROW))).to.deep.equal(SESSION);
      expect(sessionOf(Object.freeze({ ...ROW }))).to.deep.equal(SESSION);
      class Row {
        get id() {
          return "x";
        }
        get provider() {
          return "p";
        }
        get channel() {
          return "c";
        }
        get state() {
          return "s";
        }
      }
      expect(sessionOf(new Row())).to.deep.equal({ id: "x", provider: "p", channel: "c", status: "s" });
    });

    it("keeps circular metadata by reference", () => {
      const metadata: Record<string, unknown> = {};
      metadata["self"] = metadata;
      expect(sessionOf({ ...ROW, metadata }).metadata).to.equal(metadata);
      expect(sessionOf({ ...ROW, metadata, queue: 5 }).metadata).to.equal(metadata);
    });

    it("never throws", () => {
      fc.assert(
        fc.property(fc.oneof(anyRow, fc.anything({ withProxy: true } as never)), (row) => void readSession(row)),
        {
          numRuns: 2000,
        },
      );
    });
  });

  it("finds nothing wrong with a row in which every field is right", () => {
    fc.assert(
      fc.property(likelyRow, (row) => {
        fc.pre(!isBlank(row.id));
        expect(sessionOf(row)).not.to.have.property("issues");
      }),
      { numRuns: 1000 },
    );
  });

  it("reads each field by itself: a bad one changes nothing but itself", () => {
    const fields = ["contactId", "queue", "createdAt", "ttlMinutes", "metadata", "provider", "status"] as const;
    fc.assert(
      fc.property(likelyRow, fc.constantFrom(...fields), (row, field) => {
        fc.pre(!isBlank(row.id));
        const { [field]: _, ...expected } = sessionOf(row) as unknown as Record<string, unknown>;
        const {
          [field]: left,
          issues,
          ...rest
        } = sessionOf({ ...row, [field]: () => 1 }) as unknown as Record<string, unknown>;
        expect(rest).to.deep.equal(expected);
        expect(left).to.equal(field === "provider" || field === "status" ? "" : undefined);
        expect((issues as FieldIssue[]).map((issue) => issue.field)).to.deep.equal([field]);
      }),
      { numRuns: 500 },
    );
  });

  it("reads a row whose getters throw as one in which those fields cannot be read", () => {
    fc.assert(
      fc.property(
        anyRow,
        fc.subarray(["contactId", "agent", "queue", "status", "createdAt", "metadata"]),
        (row, names) => {
          const throwing = { ...row };
          const unreadable = { ...row };
          for (const name of names) {
            Object.defineProperty(throwing, name, { get: refuse });
            unreadable[name] = UNREADABLE;
          }
          expect(readSession(throwing)).to.deep.equal(readSession(unreadable));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("gives only fields that say something", () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const { session } = readSession(row);
        if (!session) return;
        for (const [field, value] of Object.entries(session)) {
          expect(value, field).not.to.equal(undefined);
          expect(value, field).not.to.equal(null);
          if (
            typeof value === "string" &&
            !["metadata", "providerData", "provider", "channel", "status"].includes(field)
          )
            expect(value.trim(), field).not.to.equal("");
        }
      }),
      { numRuns: 1000 },
    );
  });
});
