import type { Floor } from "./floor.js";

/** One thing that happens on the floor, and what to watch for. */
export interface Step {
  readonly say: string;
  readonly act: (floor: Floor) => void;
}

const accepts: Step = {
  say: "Ines accepts. Hers is the first entry: NA. It waits until her SDK's socket is up.",
  act: (floor) => floor.join(0),
};

/** The conversations of the guide, played on two desktops. */
export const SCENARIOS: Readonly<Record<string, readonly Step[]>> = {
  cold: [
    accepts,
    {
      say: "Ines leaves. Nobody is there for a moment, so this is a handover: cold exit.",
      act: (floor) => floor.leave(0),
    },
    { say: "Bram takes over: cold entry, from his own desktop.", act: (floor) => floor.join(1) },
    { say: "The conversation ends. The last agent leaves with NA exit.", act: (floor) => floor.end() },
  ],
  warm: [
    accepts,
    { say: "Bram joins as a consultant: warm entry. Ines stays the lead.", act: (floor) => floor.join(1) },
    { say: "Bram leaves again: warm exit, since Ines is still there.", act: (floor) => floor.leave(1) },
    { say: "The conversation ends: NA exit for Ines.", act: (floor) => floor.end() },
  ],
  redial: [
    accepts,
    { say: "The line drops. The SDK is told nothing; Ines is expected back.", act: (floor) => floor.drop() },
    {
      say: "Ines is back on the same conversation: redial entry, and no second segment.",
      act: (floor) => floor.join(0),
    },
    { say: "The conversation ends: NA exit.", act: (floor) => floor.end() },
  ],
  socket: [
    accepts,
    { say: "Bram's SDK loses its socket.", act: (floor) => floor.socket(1, false) },
    { say: "Bram joins. His entry waits, in the outbox of his desktop.", act: (floor) => floor.join(1) },
    {
      say: "Both sockets come up. What waited is sent; Ines's entry is not repeated.",
      act: (floor) => {
        floor.socket(0, true);
        floor.socket(1, true);
      },
    },
    { say: "The conversation ends: Bram's warm exit, then NA exit for Ines.", act: (floor) => floor.end() },
  ],
  reload: [
    accepts,
    { say: "Bram joins: warm entry.", act: (floor) => floor.join(1) },
    {
      say: "Ines's page reloads. Her desktop remembers that she was in, and says redial entry.",
      act: (floor) => floor.reload(0),
    },
    { say: "The conversation ends: warm exit, then NA exit, as if nothing had happened.", act: (floor) => floor.end() },
  ],
};
