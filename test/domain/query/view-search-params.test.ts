import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { cleanView, type SessionView } from "../../../src/domain/query/view.js";
import { viewFromSearchParams, viewToSearchParams } from "../../../src/domain/query/view-search-params.js";
import { anyView } from "./arbitraries.js";

const VIEW: SessionView = {
  text: "ana & bo",
  status: ["queued", ""],
  queue: ["Sales, EMEA"],
  attention: true,
  sort: [
    { by: "status", direction: "ascending" },
    { by: "created", direction: "descending" },
    { by: "host.desc", direction: "ascending" },
  ],
  columns: ["contact", "a,b"],
  widths: { "a:b": 90.5, contact: 180 },
  density: "compact",
};

const NAMES = "q status channel provider agent queue attention sort column width density".split(" ");

describe("view as search params", () => {
  it("has short names that a person can read", () => {
    expect(viewToSearchParams(VIEW).toString()).to.equal(
      "q=ana+%26+bo&status=queued&status=&queue=Sales%2C+EMEA&attention=1" +
        "&sort=status&sort=created.desc&sort=host.desc.asc&column=contact&column=a%2Cb" +
        "&width=a%3Ab%3A90.5&width=contact%3A180&density=compact",
    );
    expect(viewToSearchParams({}).toString()).to.equal("");
  });

  it("comes back from params, from a query and from a query without its mark", () => {
    const params = viewToSearchParams(VIEW);
    for (const form of [params, params.toString(), `?${params}`]) {
      expect(viewFromSearchParams(form)).to.deep.equal(VIEW);
    }
  });

  it("takes what is no address for an empty one", () => {
    for (const odd of [
      undefined,
      null,
      5,
      10n,
      Symbol("x"),
      {},
      new Proxy(
        {},
        {
          get: () => {
            throw new Error("no");
          },
        },
      ),
    ]) {
      expect(viewFromSearchParams(odd as never)).to.deep.equal({});
    }
  });

  it("leaves a host's own parameters alone", () => {
    const page = "?page=2&t.status=active&status=open&t.other=1";
    expect(viewFromSearchParams(page, { prefix: "t." })).to.deep.equal({ status: ["active"] });
    const next = viewToSearchParams({ status: ["ended"] }, { prefix: "t.", keep: page });
    expect(next.toString()).to.equal("page=2&status=open&t.other=1&t.status=ended");
    const given = new URLSearchParams(page);
    viewToSearchParams({}, { keep: given });
    expect(given.toString()).to.equal(new URLSearchParams(page).toString());
  });

  it("leaves out what is no good", () => {
    const found = viewFromSearchParams(
      "q=+&attention=yes&sort=.desc&sort=agent&sort=agent.desc&width=agent&width=agent:&width=b:9&width=c:x&width=:50" +
        "&width=d:20&density=cosy&column=&channel=chat&channel=chat&q=second&%E0%A4%A=1",
    );
    expect(found).to.deep.equal({
      channel: ["chat"],
      sort: [{ by: "agent", direction: "ascending" }],
      widths: { d: 20 },
    });
    expect(viewToSearchParams({ text: 5, bad: 1, status: ["a"] } as unknown as SessionView).toString()).to.equal(
      "status=a",
    );
  });

  it("has no trouble with keys that objects inherit", () => {
    const view = viewFromSearchParams("width=__proto__:50&width=constructor:60&column=__proto__&status=toString");
    expect(viewFromSearchParams(viewToSearchParams(view))).to.deep.equal(view);
    expect(Object.keys(view.widths!)).to.deep.equal(["__proto__", "constructor"]);
    expect(view.widths!["toString"]).to.equal(undefined);
  });

  it("gives every view back (property)", () => {
    fc.assert(
      fc.property(anyView, fc.constantFrom("", "t.", "a b&=", "__proto__"), (given, prefix) => {
        const { view } = cleanView(given);
        const params = viewToSearchParams(view, { prefix });
        for (const name of params.keys()) expect(NAMES).to.include(name.slice(prefix.length));
        // An address cannot hold half of a surrogate pair.
        const whole = cleanView(JSON.parse(JSON.stringify(view), (_, value: unknown) => wellFormed(value))).view;
        const back = viewFromSearchParams(params.toString(), { prefix });
        expect(JSON.stringify(back)).to.equal(JSON.stringify(whole));
      }),
      { numRuns: 500 },
    );
  });

  it("takes any address (property)", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom(...NAMES), fc.string(), (junk, name, value) => {
        const view = viewFromSearchParams(`${junk}&${name}=${value}`);
        expect(viewFromSearchParams(viewToSearchParams(view))).to.deep.equal(view);
      }),
      { numRuns: 500 },
    );
  });
});

function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return new TextDecoder().decode(new TextEncoder().encode(`.${value}`)).slice(1);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [wellFormed(key), entry]));
}
