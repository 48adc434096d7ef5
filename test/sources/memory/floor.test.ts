import { expect } from "@open-wc/testing";
import { CHANNELS, PROVIDERS } from "../../../src/sources/memory/catalogue.js";
import { parseSessionId } from "../../../src/domain/session/session-id.js";
import { SESSION_STATUSES } from "../../../src/domain/session/status.js";
import { HOUR, MINUTE, request, SECOND, START, TestFloor, type Row } from "./support.js";

const NEXT: Readonly<Record<string, readonly string[]>> = {
  pending: ["queued", "active", "ended"],
  queued: ["active", "ended"],
  active: ["post_agent", "ended"],
  post_agent: ["ended"],
  ended: [],
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const OWN_ID: Readonly<Record<string, RegExp>> = {
  salesforce: /^(0Mw|500|0LQ)[0-9A-Za-z]{15}$/,
  servicenow: /^[0-9a-f]{32}$/,
  five9: /^\d{15}$/,
  genesys: UUID,
  smartassist: /^c-[0-9a-f]{7}-[0-9a-f]{4}-[0-9a-f]{12}$/,
};

/** Everything that was listed over a time, looked at often. */
async function watch(floor: TestFloor, time: number, step: number): Promise<Row[][]> {
  const seen: Row[][] = [await floor.rows()];
  for (let passed = 0; passed < time; passed += step) seen.push(await floor.pass(step).rows());
  return seen;
}

/** Each session once in each state that it was seen in; the same state is listed hundreds of times. */
function states(seen: readonly Row[][]): Row[] {
  return [...new Map(seen.flat().map((row) => [`${row.id} ${row.createdAt} ${row.updatedAt}`, row])).values()];
}

describe("memoryDataSource: the floor", () => {
  let seen: Row[][];
  before(async () => {
    seen = await watch(new TestFloor({ rate: 6 }), HOUR, 2 * SECOND);
  });

  it("moves sessions only along their lifecycle", () => {
    const last = new Map<string, Row>();
    const steps = new Set<string>();
    for (const row of seen.flat()) {
      const key = `${row.id} ${row.createdAt}`;
      const before = last.get(key);
      last.set(key, row);
      if (!before || before.status === row.status) continue;
      expect(NEXT[before.status], `${before.status} → ${row.status}`).to.include(row.status);
      expect(Date.parse(row.updatedAt)).to.be.above(Date.parse(before.updatedAt));
      steps.add(`${before.status} ${row.status}`);
    }
    expect([...steps]).to.include.members([
      "pending queued",
      "pending active",
      "queued active",
      "queued ended",
      "active post_agent",
      "active ended",
      "post_agent ended",
    ]);
  });

  it("has every provider, channel and status", () => {
    for (const [field, known] of [
      ["provider", PROVIDERS],
      ["channel", CHANNELS],
      ["status", SESSION_STATUSES],
    ] as const) {
      expect(new Set(seen.flat().map((row) => row[field]))).to.have.all.keys(...known);
    }
  });

  it("names sessions, contacts and provider sessions in their own styles", () => {
    for (const row of states(seen)) {
      const parts = parseSessionId(row.id);
      expect(parts?.uuid).to.match(UUID);
      expect(parts?.channel).to.equal(row.channel);
      expect(row.contactId).to.match(UUID);
      if (row.providerSessionId) expect(row.providerSessionId).to.match(OWN_ID[row.provider]!);
    }
  });

  it("shows nothing of the provider's before it has taken over", () => {
    for (const row of states(seen)) {
      const taken = row.status !== "pending" && !(row.status === "ended" && row.providerData === undefined);
      expect("providerData" in row).to.equal(taken);
      expect("providerSessionId" in row).to.equal(taken);
    }
  });

  it("gives every provider data that nests and has something to mask", () => {
    for (const provider of PROVIDERS) {
      const data = seen.flat().find((row) => row.provider === provider && row.providerData)!.providerData!;
      expect(Object.values(data).some((value) => typeof value === "object" && value !== null)).to.equal(true);
      expect(Object.keys(data).join(" ")).to.match(/token|apikey|authorization|cookie/i);
    }
  });

  it("survives JSON", () => {
    for (const rows of seen.slice(0, 5)) expect(JSON.parse(JSON.stringify(rows))).to.deep.equal(rows);
  });

  it("moves updatedAt with each message, and goes on listing what ended for three minutes", () => {
    const moved = seen.slice(1).some((rows, index) => {
      const before = new Map(seen[index]!.map((row) => [row.id, row]));
      return rows.some((row) => {
        const old = before.get(row.id);
        return old?.status === row.status && old.updatedAt !== row.updatedAt;
      });
    });
    expect(moved).to.equal(true);
    const stays = seen.flatMap((rows, index) =>
      rows.filter((row) => row.status === "ended").map((row) => START + index * 2 * SECOND - Date.parse(row.updatedAt)),
    );
    expect(Math.max(...stays)).to.be.within(3 * MINUTE - 2 * SECOND - 1, 3 * MINUTE - 1);
  });

  it("lets contacts come back under the same id, one session at a time", () => {
    const created = new Map<string, Set<string>>();
    for (const rows of seen) {
      expect(new Set(rows.map((row) => row.id)).size).to.equal(rows.length);
      for (const { id, createdAt } of rows) created.set(id, (created.get(id) ?? new Set()).add(createdAt));
    }
    expect([...created.values()].some((times) => times.size > 1)).to.equal(true);
  });

  it("lets voice go stale", async () => {
    const stale = await Promise.all(
      Array.from(
        { length: 6 },
        async (_, seed) =>
          (await new TestFloor({ seed, rate: 6 }).rows()).filter(
            (row) => row.channel === "voice" && row.status === "active" && START - Date.parse(row.updatedAt) > HOUR,
          ).length,
      ),
    );
    expect(Math.max(...stale)).to.be.above(0);
  });

  it("has nobody arrive at rate 0, and more at a higher one", async () => {
    const empty = new TestFloor({ rate: 0 });
    expect(await empty.rows()).to.deep.equal([]);
    empty.source.setRate(60);
    expect(empty.source.rate).to.equal(60);
    const busy = await empty.pass(10 * MINUTE).rows();
    expect(busy.length).to.be.within(300, 700);
    empty.source.setRate(0);
    const calm = await empty.pass(4 * HOUR).rows();
    expect(calm.length).to.be.below(50);
    expect(Math.max(...calm.map((row) => Date.parse(row.createdAt)))).to.be.at.most(START + 10 * MINUTE);
  });

  it("refuses rates and clocks that are none", () => {
    for (const rate of [-1, Number.NaN, Infinity, 1e9, "2" as unknown as number]) {
      expect(() => new TestFloor({ rate }), String(rate)).to.throw(RangeError);
      expect(() => new TestFloor().source.setRate(rate), String(rate)).to.throw(RangeError);
    }
    expect(() => new TestFloor({}, Number.NaN)).to.throw(TypeError);
  });

  it("answers for its integrations", async () => {
    const integrations = await new TestFloor().source.integrations(request);
    expect(integrations.map(({ provider }) => provider)).to.have.members([...PROVIDERS]);
    expect(integrations.every(({ connected }) => connected)).to.equal(true);
  });
});
