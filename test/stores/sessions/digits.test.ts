import { expect } from "@open-wc/testing";
import { parseExactly } from "../../../src/sources/http/exact-rows.js";
import { wireText } from "../../../src/domain/session/wire-text.js";
import { SessionStore } from "../../../src/stores/sessions/session-store.js";
import { FakeEnvironment } from "../../support/fake-environment.js";
import { ScriptedSource } from "../../support/scripted-source.js";
import { Floor, INTERVAL } from "../sharing/page.js";

const answer = (digit: number) => {
  const list = parseExactly(
    `{"sessions":[{"id":"a","contactId":1234567890123456789${digit},"metadata":{"call":30000000000012345${digit}}}]}`,
  );
  return Object.assign(list as object, { fresh: true });
};

describe("digits that JavaScript's numbers do not keep", () => {
  it("make another session of a row in which only they changed", async () => {
    const source = new ScriptedSource(() => answer(1));
    const store = new SessionStore(source, new FakeEnvironment());
    await store.refresh();
    const [first] = store.snapshot.sessions;
    await store.refresh();
    expect(store.snapshot.sessions[0], "unchanged").to.equal(first);
    source.standing = () => answer(2);
    await store.refresh();
    expect(store.snapshot.sessions[0]!.contactId).to.equal("12345678901234567892");
    expect(wireText(store.snapshot.sessions[0]!, "metadata")).to.equal('{"call":300000000000123452}');
  });

  it("reach every tab that shares the list", async () => {
    const floor = new Floor(() => answer(1));
    const pages = [await floor.open("a"), await floor.open("b")];
    const seen = () =>
      pages.map(({ store }) => store.snapshot.sessions[0]!).map((session) => wireText(session, "metadata"));
    expect(seen()).to.deep.equal(Array(2).fill('{"call":300000000000123451}'));
    floor.standing = () => answer(2);
    await floor.pass(INTERVAL);
    pages.push(await floor.open("c"));
    expect(seen()).to.deep.equal(Array(3).fill('{"call":300000000000123452}'));
    expect(pages.map(({ store }) => store.snapshot.sessions[0]!.contactId)).to.deep.equal(
      Array(3).fill("12345678901234567892"),
    );
  });
});
