import { expect } from "@open-wc/testing";
import { agentLanesOf } from "../../../src/elements/agent-transfer-tracker/agent-lanes.js";
import type { TransferMoment } from "../../../src/tracker/store/transfer-log.js";

const ines = { identity: "1", name: "Ines", remote: false, since: 1000 };
const bram = { identity: "2", name: "Bram", remote: true, since: 5000 };
const nobody = { roster: [], aside: [] };
const shown = (agent: typeof ines) => ({
  identity: agent.identity,
  name: agent.name,
  lead: true,
  remote: agent.remote,
});

describe("agentLanesOf", () => {
  it("draws nobody as nothing", () => {
    const shownLanes = agentLanesOf([], nobody, new Map(), 9000);
    expect(shownLanes.lanes).to.deep.equal([]);
    expect(shownLanes.to).to.be.greaterThan(shownLanes.from);
  });

  it("follows an agent in, aside, back and out", () => {
    const moments: TransferMoment[] = [
      { kind: "entry", at: 1000, agent: ines, transfer: "NA" },
      { kind: "aside", at: 2000, agent: ines },
      { kind: "entry", at: 3000, agent: ines, transfer: "redial" },
      { kind: "exit", at: 6000, agent: ines, transfer: "NA" },
      { kind: "end", at: 6000 },
    ];
    const { lanes, from, to, running } = agentLanesOf(moments, nobody, new Map(), 60_000);
    expect([from, to, running]).to.deep.equal([1000, 6000, false]);
    expect(lanes[0]!.bars).to.deep.equal([
      { kind: "in", from: 1000, to: 2000 },
      { kind: "aside", from: 2000, to: 3000 },
      { kind: "in", from: 3000, to: 6000 },
    ]);
    expect(lanes[0]!.markers.map(({ transfer, transition }) => `${transfer} ${transition}`)).to.deep.equal([
      "NA entry",
      "redial entry",
      "NA exit",
    ]);
  });

  it("knows of those who came before this document looked on", () => {
    const moments: TransferMoment[] = [{ kind: "aside", at: 4000, agent: ines }];
    const state = { roster: [shown(bram)], aside: [shown(ines)] };
    const { lanes, running, to } = agentLanesOf(moments, state, new Map([["2", 5000]]), 8000);
    expect(running).to.equal(true);
    expect(to).to.equal(8000);
    expect(lanes.map(({ bars }) => bars)).to.deep.equal([
      [
        { kind: "in", from: 1000, to: 4000 },
        { kind: "aside", from: 4000 },
      ],
      [{ kind: "in", from: 5000 }],
    ]);
  });

  it("knows what closed the conversation, and when", () => {
    const moments: TransferMoment[] = [
      { kind: "entry", at: 1000, agent: ines, transfer: "NA" },
      { kind: "exit", at: 6000, agent: ines, transfer: "cold" },
      { kind: "end", at: 9000 },
      { kind: "close", at: 9000, step: "summary" },
      { kind: "close", at: 9000, step: "end" },
    ];
    const { closings, to } = agentLanesOf(moments, nobody, new Map(), 60_000);
    expect(closings).to.deep.equal([{ at: 9000, steps: ["summary", "end"] }]);
    expect(to).to.equal(9000);
  });

  it("draws of too many the first and the newest", () => {
    const crowd = Array.from({ length: 300 }, (_, index) => ({ ...shown(ines), identity: `${index}` }));
    const since = new Map(crowd.map(({ identity }, index) => [identity, 1000 + index]));
    const { lanes, left } = agentLanesOf([], { roster: crowd, aside: [] }, since, 9000);
    expect([lanes.length, left]).to.deep.equal([50, 250]);
    expect([lanes[0]!.identity, lanes[1]!.identity, lanes[49]!.identity]).to.deep.equal(["0", "251", "299"]);
  });
});
