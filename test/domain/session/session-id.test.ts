import { expect } from "@open-wc/testing";
import { parseSessionId } from "../../../src/domain/session/session-id.js";

describe("parseSessionId", () => {
  it("takes the parts", () => {
    expect(parseSessionId("agent_transfer:u-1:conv-88:chat")).to.deep.equal({
      uuid: "u-1",
      conversationId: "conv-88",
      channel: "chat",
    });
  });

  it("leaves colons to the conversation", () => {
    expect(parseSessionId("agent_transfer:u:a:b::c:voice")).to.deep.equal({
      uuid: "u",
      conversationId: "a:b::c",
      channel: "voice",
    });
  });

  for (const id of [
    "",
    "x",
    "agent_transfer:",
    "agent_transfer:u:chat",
    "agent_transfer::c:chat",
    "agent_transfer:u:c:",
    "AGENT_TRANSFER:u:c:chat",
  ]) {
    it(`treats ${JSON.stringify(id)} as opaque`, () => {
      expect(parseSessionId(id)).to.equal(undefined);
    });
  }

  it("is not fooled by what is no text", () => {
    for (const value of [null, undefined, 1, {}, []]) expect(parseSessionId(value as string)).to.equal(undefined);
  });
});
