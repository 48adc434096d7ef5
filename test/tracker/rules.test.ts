import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import type { TransferEffect, TransferIntent } from "../../src/tracker/rules/intent.js";
import { NEW_CONVERSATION, TRANSFER_PHASES, type TransferState } from "../../src/tracker/rules/state.js";
import { transition } from "../../src/tracker/rules/transition.js";
import { isConsistent } from "../../src/tracker/store/record-reader.js";

type Short = [verb: string, id?: string, transfer?: string | undefined, announce?: boolean];

function intentOf([verb, identity = "", transfer, announce = true]: Short): TransferIntent {
  const override = transfer ? { transfer: transfer as never } : {};
  switch (verb) {
    case "join":
      return { type: "join", identity, announce, ...override };
    case "leave":
      return { type: "leave", identity, announce, ...override };
    case "end":
      return { type: "end", ...override };
    case "list":
      return {
        type: "participants",
        agents: identity.split("").map((one) => ({ identity: one, announce: true })),
      };
    default:
      return { type: verb } as TransferIntent;
  }
}

function textOf(effect: TransferEffect): string | undefined {
  if (effect.type === "send") {
    const { transfertype, transition, participant } = effect.payload;
    return `${transfertype} ${transition} ${participant.identity}`;
  }
  if (effect.type === "ignored") return effect.reason ?? "nothing";
  return undefined;
}

/** Plays the calls; each is its own task, unless `decide` is left to the next one. */
function play(...calls: Short[]): { state: TransferState; said: string[] } {
  let state = NEW_CONVERSATION;
  const said: string[] = [];
  for (const call of calls) {
    const [next, effects] = transition(state, intentOf(call));
    state = next;
    said.push(...effects.flatMap((effect) => textOf(effect) ?? []));
  }
  return { state, said };
}

describe("transition", () => {
  const rows: [name: string, calls: Short[], said: string[], phase: string][] = [
    ["first entry", [["join", "a"]], ["NA entry a"], "open"],
    [
      "others present",
      [
        ["join", "a"],
        ["join", "b"],
      ],
      ["NA entry a", "warm entry b"],
      "open",
    ],
    [
      "handover",
      [["join", "a"], ["leave", "a"], ["decide"], ["join", "b"]],
      ["NA entry a", "cold exit a", "cold entry b"],
      "open",
    ],
    [
      "present",
      [
        ["join", "a"],
        ["join", "a"],
      ],
      ["NA entry a", "duplicate"],
      "open",
    ],
    ["ended", [["end"], ["join", "a"]], ["nobody", "ended"], "ended"],
    ["reopened", [["end"], ["join", "a", "redial"]], ["nobody", "redial entry a"], "open"],
    [
      "cold while others are present",
      [
        ["join", "a"],
        ["join", "b", "cold"],
        ["leave", "a"],
      ],
      ["NA entry a", "cold entry b", "cold exit a"],
      "open",
    ],
    [
      "others present at a leave",
      [
        ["join", "a"],
        ["join", "b"],
        ["leave", "a"],
      ],
      ["NA entry a", "warm entry b", "warm exit a"],
      "open",
    ],
    [
      "a consultant alone",
      [["join", "b", "warm"], ["leave", "b"], ["decide"]],
      ["warm entry b", "warm exit b"],
      "handover",
    ],
    ["the last known", [["join", "a"], ["leave", "a"], ["decide"]], ["NA entry a", "cold exit a"], "handover"],
    ["not there", [["leave", "a"]], ["unknown"], "new"],
    ["a last leave, then the end", [["join", "a"], ["leave", "a"], ["end"]], ["NA entry a", "NA exit a"], "ended"],
    [
      "a last leave by override",
      [
        ["join", "a"],
        ["leave", "a", "NA"],
      ],
      ["NA entry a", "NA exit a"],
      "ended",
    ],
    [
      "the end: newest first, the handed over cold, the lead last",
      [["join", "a"], ["join", "b"], ["join", "c", "cold"], ["join", "d"], ["join", "e"], ["end"]],
      ["NA entry a", "warm entry b", "cold entry c", "warm entry d", "warm entry e"].concat([
        "warm exit e",
        "warm exit d",
        "cold exit b",
        "cold exit a",
        "NA exit c",
      ]),
      "ended",
    ],
    [
      "the end, its last exit overridden",
      [
        ["join", "a"],
        ["join", "b"],
        ["end", "", "cold"],
      ],
      ["NA entry a", "warm entry b", "warm exit b", "cold exit a"],
      "ended",
    ],
    [
      "the end leaves remote agents to their desktops",
      [["join", "a", undefined, false], ["join", "b"], ["end"]],
      ["unannounced", "warm entry b", "warm exit b"],
      "ended",
    ],
    ["nothing to drop", [["drop"]], ["nobody"], "new"],
    [
      "one out, one in",
      [
        ["list", "a"],
        ["list", "b"],
      ],
      ["NA entry a", "cold exit a", "cold entry b"],
      "open",
    ],
    [
      "leaving newest first, then coming in order",
      [
        ["list", "abc"],
        ["list", "ade"],
      ],
      ["NA entry a", "warm entry b", "warm entry c", "warm exit c", "warm exit b", "warm entry d", "warm entry e"],
      "open",
    ],
  ];
  for (const [name, calls, said, phase] of rows) {
    it(name, () => {
      const played = play(...calls);
      expect(played.said).to.deep.equal(said);
      expect(played.state.phase).to.equal(phase);
    });
  }

  it("redials those aside, in their old place", () => {
    let state = NEW_CONVERSATION;
    for (const identity of ["a", "b"]) {
      [state] = transition(state, { type: "join", identity, announce: true });
      [state] = transition(state, { type: "entered", identity });
    }
    [state] = transition(state, { type: "drop" });
    const [after, effects] = transition(state, { type: "join", identity: "a", announce: true });
    expect(effects.map(textOf)).to.include("redial entry a");
    expect(after.agents.map(({ identity, aside }) => [identity, aside])).to.deep.equal([
      ["a", false],
      ["b", true],
    ]);
    const [cold] = transition(state, { type: "join", identity: "c", announce: true });
    expect(cold.agents.map(({ handedOver }) => handedOver)).to.deep.equal([true, true, false]);
  });

  it("is total: any intent in any phase gives a state, a stated outcome and no throw", () => {
    const identity = fc.constantFrom("a", "b", "c");
    const transfer = fc.constantFrom("NA", "cold", "warm", "redial", undefined);
    const intents = fc.oneof(
      fc
        .tuple(fc.constantFrom("join", "leave", "end", "entered"), identity, transfer, fc.boolean())
        .map(([verb, id, how, announce]) =>
          verb === "entered" ? ({ type: "entered", identity: id } as const) : intentOf([verb, id, how, announce]),
        ),
      fc.constantFrom("drop", "decide", "revive", "nonsense").map((type) => ({ type }) as TransferIntent),
      fc.constant<TransferIntent>({ type: "drop", exit: true }),
      fc
        .tuple(fc.subarray(["a", "b", "c"]), fc.constantFrom({}, { settling: true }, { ownAgent: "a" }))
        .map(([ids, more]) => Object.assign(intentOf(["list", ids.join("")]), more)),
    );
    const silent = new Set(["decide", "entered", "revive"]);
    fc.assert(
      fc.property(fc.array(intents, { maxLength: 30 }), (sequence) => {
        let state = NEW_CONVERSATION;
        for (const intent of sequence) {
          const before = JSON.stringify(state);
          const [next, effects] = transition(state, intent);
          expect(JSON.stringify(state), "the state before is not altered").to.equal(before);
          const outcomes = effects.filter(({ type }) => type !== "mark");
          expect(outcomes.length > 0 || silent.has(intent.type)).to.equal(true);
          expect(TRANSFER_PHASES).to.include(next.phase);
          expect(isConsistent(next), `other documents can follow ${JSON.stringify(next)}`).to.equal(true);
          const { leaving } = state;
          if (leaving && next.leaving?.identity !== leaving.identity) {
            const exits = effects.filter((effect) => effect.type === "send" && effect.payload.transition === "exit");
            expect(exits.map(textOf).join(), "a last leave that was open").to.contain(`exit ${leaving.identity}`);
          }
          state = next;
        }
      }),
      { numRuns: 4000 },
    );
  });
});
