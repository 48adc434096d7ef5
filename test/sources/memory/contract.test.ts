import { expect } from "@open-wc/testing";
import { memoryDataSource } from "../../../src/sources/memory/memory-data-source.js";
import { readSession } from "../../../src/sources/wire/session-reader.js";
import { dataSourceContract } from "../../../src/testing.js";
import { givenRow, TestFloor } from "./support.js";

dataSourceContract("memory", () => memoryDataSource());
dataSourceContract("memory with given rows", () => new TestFloor({ sessions: [givenRow()] }).source);

describe("memoryDataSource: what it lists", () => {
  it("is read without an issue", async () => {
    for (const row of await new TestFloor({ rate: 20 }).rows()) {
      const { session } = readSession(row);
      expect(session?.issues).to.equal(undefined);
      expect(session).to.include({ id: row.id, status: row.status, createdAt: Date.parse(row.createdAt) });
    }
  });
});
