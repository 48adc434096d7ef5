import { expect } from "@open-wc/testing";
import { failureOf, type ListRequest, type TransferDataSource } from "../../../src/sources/data-source.js";
import { fetchList } from "../../../src/stores/sessions/fetch-list.js";

/** A source that answers each page by name; the first by "". */
function paged(pages: Record<string, unknown>): TransferDataSource & { asked: ListRequest[] } {
  const asked: ListRequest[] = [];
  return {
    asked,
    list: (request) => {
      asked.push(request);
      return Promise.resolve(pages[request.page ?? ""] as never);
    },
  };
}

const fetch = (source: TransferDataSource, cursor?: string, signal = new AbortController().signal) =>
  fetchList(source, signal, { cursor, whole: cursor === undefined });

async function kindOfFailure(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return failureOf(error).kind;
  }
  return "none";
}

describe("fetchList", () => {
  it("asks once for a list of one page", async () => {
    const source = paged({ "": { sessions: [1, 2] } });
    expect(await fetch(source)).to.deep.equal({ kind: "whole", rows: [1, 2] });
    expect(source.asked).to.have.length(1);
    expect("cursor" in source.asked[0]!).to.equal(false);
    expect("page" in source.asked[0]!).to.equal(false);
  });

  it("sends the cursor with the first request only: a page is no since", async () => {
    const source = paged({ "": { sessions: [1], nextPage: "b" }, b: { sessions: [2] } });
    await fetch(source, "c-1");
    expect(source.asked.map(({ cursor, page }) => [cursor, page])).to.deep.equal([
      ["c-1", undefined],
      [undefined, "b"],
    ]);
  });

  it("follows pages to the end", async () => {
    const source = paged({
      "": { sessions: [1, 2], nextPage: "b", serverTime: 1_000 },
      b: { sessions: [3], nextPage: "c" },
      c: { sessions: [4], serverTime: 2_000 },
    });
    const answer = await fetch(source);
    expect(answer).to.deep.include({ kind: "whole", rows: [1, 2, 3, 4], serverTime: 2_000 });
    expect(answer).to.not.have.property("nextPage");
  });

  it("keeps the first cursor given: what changed while the pages came must be told again", async () => {
    const first = paged({ "": { sessions: [1], nextPage: "b", cursor: "1" }, b: { sessions: [], cursor: "2" } });
    expect(await fetch(first)).to.deep.include({ cursor: "1" });
    const last = paged({ "": { sessions: [], nextPage: "b" }, b: { sessions: [], cursor: "2" } });
    expect(await fetch(last)).to.deep.include({ cursor: "2" });
  });

  it("fails where a page is no list, or no whole one", async () => {
    for (const page of [null, {}, 7, { unchanged: true }, { changed: [], removed: [], cursor: "x" }]) {
      const source = paged({ "": { sessions: [1], nextPage: "b" }, b: page });
      expect(await kindOfFailure(fetch(source)), JSON.stringify(page)).to.equal("invalid");
    }
  });

  it("ends at a token that was seen before, and says so", async () => {
    const source = paged({
      "": { sessions: [{ id: "a" }], nextPage: "b" },
      b: { sessions: [{ id: "b" }], nextPage: "c" },
      c: { sessions: [{ id: "c" }], nextPage: "b" },
    });
    const warnings: string[] = [];
    const wish = { whole: true, warn: (message: string) => void warnings.push(message) };
    const answer = await fetchList(source, new AbortController().signal, wish);
    expect(answer).to.deep.equal({ kind: "whole", rows: [{ id: "a" }, { id: "b" }, { id: "c" }] });
    expect(source.asked).to.have.length(3);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain("no end");
  });

  for (const [name, sessions] of Object.entries({
    "rows that came before": [{ id: "a", createdAt: 1, status: "queued" }],
    "no rows": [],
  })) {
    it(`ends at a page with ${name}, whatever token it gives`, async () => {
      let asked = 0;
      const source: TransferDataSource = {
        list: () =>
          Promise.resolve({
            sessions: asked ? sessions : [{ id: "a", createdAt: 1 }],
            nextPage: String(asked++),
          }),
      };
      expect(await fetch(source))
        .to.deep.include({ kind: "whole" })
        .and.not.have.property("nextPage");
      expect(asked).to.equal(2);
    });
  }

  it("takes a later session of the same id for a new row", async () => {
    const source = paged({
      "": { sessions: [{ id: "a", createdAt: 1 }], nextPage: "b" },
      b: { sessions: [{ sessionId: "a", createdAt: 2 }], nextPage: "c" },
      c: { sessions: [{ id: "b" }] },
    });
    expect(await fetch(source))
      .to.have.property("rows")
      .with.length(3);
  });

  it("fails where pages never end and each brings a row, long before a thousand, and says so", async () => {
    let asked = 0;
    const source: TransferDataSource = {
      list: () => Promise.resolve({ sessions: [{ id: `row ${asked}` }], nextPage: String(asked++) }),
    };
    const error: unknown = await fetch(source).catch((thrown: unknown) => thrown);
    expect(failureOf(error)).to.deep.include({ kind: "invalid" });
    expect(failureOf(error).message).to.contain("no end within 200 pages");
    expect(asked).to.equal(200);
  });

  it("asks for no further page once aborted", async () => {
    const controller = new AbortController();
    let asked = 0;
    const source: TransferDataSource = {
      list: () => {
        asked++;
        controller.abort();
        return Promise.resolve({ sessions: [], nextPage: String(asked) });
      },
    };
    expect(await kindOfFailure(fetch(source, undefined, controller.signal))).to.equal("aborted");
    expect(asked).to.equal(1);
  });
});
