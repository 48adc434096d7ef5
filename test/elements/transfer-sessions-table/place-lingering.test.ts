import { expect } from "@open-wc/testing";
import { assert, integer, property, uniqueArray } from "fast-check";
import { sessionKey, type TransferSession } from "../../../src/domain/session/session.js";
import { placeLingering } from "../../../src/elements/transfer-sessions-table/rows/place-lingering.js";

const session = (id: string): TransferSession => ({ id, provider: "five9", channel: "chat", status: "active" });
const renew = (one: TransferSession): TransferSession => Object.assign({}, one);
const idsOf = (list: readonly TransferSession[]) => list.map(({ id }) => id).join("");

/** The rule in plain words, row by row: slow, and plain to see. */
function plainly(
  previous: readonly TransferSession[],
  target: readonly TransferSession[],
  left: readonly TransferSession[],
): readonly TransferSession[] {
  const rows = [...target];
  let anchor = -1;
  const gone = new Map(left.map((one) => [sessionKey(one), one]));
  for (const one of previous) {
    const key = sessionKey(one);
    const leaver = gone.get(key);
    if (leaver) {
      rows.splice(++anchor, 0, leaver);
      gone.delete(key);
    } else {
      const place = rows.findIndex((other) => sessionKey(other) === key);
      if (place >= 0) anchor = place;
    }
  }
  return [...rows, ...gone.values()];
}

describe("rows that have just left", () => {
  it("stay behind the row that they stood behind", () => {
    const [a, b, c, d, e] = [..."abcde"].map(session) as [
      TransferSession,
      TransferSession,
      TransferSession,
      TransferSession,
      TransferSession,
    ];
    expect(idsOf(placeLingering([a, b, c, d], [a, d], [c, b]))).to.equal("abcd");
    expect(idsOf(placeLingering([a, b, c], [c, b], [a]))).to.equal("acb");
    expect(idsOf(placeLingering([a, b, c], [c, e, b], [a, d]))).to.equal("acebd");
    expect(idsOf(placeLingering([a, b], [{ ...a, status: "ended" }], [renew(b)]))).to.equal("ab");
  });

  it("looks at each row a few times, however many leave at once", () => {
    let looks = 0;
    const list = Array.from({ length: 2_000 }, (_, index): TransferSession => {
      const one = session(`s${index}`);
      return Object.defineProperty(one, "id", {
        get: () => {
          looks++;
          return `s${index}`;
        },
      });
    });
    expect(placeLingering(list, [], list)).to.deep.equal(list);
    expect(looks).to.be.below(10 * list.length);
  });

  it("leaves the list alone where nobody left", () => {
    const list = [session("a")];
    expect(placeLingering([], list, [])).to.equal(list);
  });

  it("stand in the same places, few or many, the same objects or new ones", () => {
    const ids = uniqueArray(integer({ min: 0, max: 400 }), { maxLength: 200 });
    assert(
      property(ids, integer({ min: 1, max: 9 }), integer({ min: 1, max: 9 }), (numbers, gone, renewed) => {
        const previous = numbers.map((number) => session(`${number} `));
        const left = previous.filter((_, place) => place % gone === 0);
        const target = previous
          .filter((_, place) => place % gone !== 0)
          .map((one, place) => (place % renewed === 0 ? renew(one) : one));
        expect(idsOf(placeLingering(previous, target, left))).to.equal(idsOf(plainly(previous, target, left)));
        expect(idsOf(placeLingering(previous, target, left))).to.equal(idsOf(previous));
      }),
      { numRuns: 50 },
    );
  });
});
