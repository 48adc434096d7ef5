import { expect } from "@open-wc/testing";
import { LatePart } from "../../src/lit/late-part.js";
import { Deferred } from "../support/deferred.js";
import { settled } from "../support/fake-environment.js";

/** A part whose loading the test lets succeed or fail, and what was told of it. */
function lateWord() {
  const loads: Deferred<string>[] = [];
  const told: string[] = [];
  const said: string[] = [];
  const late = new LatePart(
    () => {
      const load = new Deferred<string>();
      loads.push(load);
      return load.promise;
    },
    (failure) => told.push(failure ? `failed: ${(failure.error as Error).message}` : "there"),
  );
  return { late, loads, told, use: (what: string) => late.use((word) => said.push(`${what} ${word}`)), said };
}

describe("a part that is loaded late", () => {
  it("does what was asked of it first as soon as it is there, and all else at once", async () => {
    const { late, loads, told, use, said } = lateWord();
    expect(loads, "nothing is loaded before it is needed").to.have.length(0);
    use("first");
    use("second");
    expect(late.part).to.equal(undefined);
    expect(loads, "one load for both").to.have.length(1);
    loads[0]!.resolve("click");
    await settled();
    expect(said).to.deep.equal(["first click", "second click"]);
    expect(told).to.deep.equal(["there"]);
    use("third");
    expect(said.at(-1)).to.equal("third click");
    expect(late.part).to.equal("click");
    expect(loads).to.have.length(1);
  });

  it("says that it could not be loaded, does nothing later, and is tried again when it is next needed", async () => {
    const { loads, told, use, said } = lateWord();
    use("first");
    loads[0]!.reject(new Error("offline"));
    await settled();
    expect(told).to.deep.equal(["failed: offline"]);
    use("second");
    loads[1]!.resolve("click");
    await settled();
    expect(told).to.deep.equal(["failed: offline", "there"]);
    expect(said).to.deep.equal(["second click"]);
  });

  it("does not do what is no longer wanted, nor complain for nobody", async () => {
    const { late, loads, told, use, said } = lateWord();
    use("first");
    late.forget();
    loads[0]!.reject(new Error("offline"));
    await settled();
    expect(told).to.deep.equal([]);
    use("second");
    late.forget();
    use("third");
    expect(loads).to.have.length(2);
    loads[1]!.resolve("click");
    await settled();
    expect(said).to.deep.equal(["third click"]);
  });
});
