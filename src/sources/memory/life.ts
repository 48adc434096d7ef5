import type { KnownStatus } from "../../domain/session/status.js";
import type { Channel, Provider } from "./catalogue.js";
import { CHANNEL_WEIGHTS, PROVIDER_WEIGHTS } from "./catalogue.js";
import type { Random } from "./random.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long the simulated platform still lists a session that has ended, in milliseconds. */
export const ENDED_STAYS = 3 * MINUTE;

/** No session is listed for longer than this, whatever its TTL: the provider disconnects in the end. */
export const LONGEST_LIFE = 32 * HOUR;

/** One change of status, `after` milliseconds since the session was created. */
interface Step {
  readonly after: number;
  readonly status: KnownStatus;
}

/**
 * The course that a session takes if nobody interferes. It starts as `pending`; its steps only ever go forward, and
 * the last one is `ended`.
 */
export interface Life {
  readonly channel: Channel;
  readonly provider: Provider;
  readonly steps: readonly Step[];
  /** From here on nobody writes and nothing moves until the last step: TTL usually removes the session first. */
  readonly silentFrom?: number;
  /** When the same contact comes back, under the same session id. */
  readonly comesBackAfter?: number;
}

/** Milliseconds: shortest and longest. */
type Range = readonly [least: number, most: number];

interface Pace {
  /** Mean wait in the provider's queue, and the longest. */
  readonly queue: Range;
  readonly talk: Range;
  /** After-call work or CSAT. */
  readonly after: Range;
  /** Mean time between messages while an agent is connected; none: the channel has no messages. */
  readonly message?: number;
  /** How many go quiet without anybody closing them. */
  readonly silent: number;
  /** How long the provider keeps a silent one before it disconnects. */
  readonly silence: Range;
}

export const PACE: Readonly<Record<Channel, Pace>> = {
  chat: {
    queue: [110 * SECOND, 8 * MINUTE],
    talk: [3 * MINUTE, 13 * MINUTE],
    after: [30 * SECOND, 2 * MINUTE],
    message: 24 * SECOND,
    silent: 0.03,
    silence: [2 * HOUR, 6 * HOUR],
  },
  messaging: {
    queue: [2 * MINUTE, 9 * MINUTE],
    talk: [4 * MINUTE, 20 * MINUTE],
    after: [30 * SECOND, 3 * MINUTE],
    message: 95 * SECOND,
    silent: 0.03,
    silence: [2 * HOUR, 6 * HOUR],
  },
  voice: {
    queue: [75 * SECOND, 6 * MINUTE],
    talk: [2 * MINUTE, 16 * MINUTE],
    after: [45 * SECOND, 4 * MINUTE],
    silent: 0.025,
    silence: [1.5 * HOUR, 3.5 * HOUR],
  },
  email: {
    queue: [2 * MINUTE, 9 * MINUTE],
    talk: [5 * MINUTE, 25 * MINUTE],
    after: [20 * SECOND, 90 * SECOND],
    message: 4 * MINUTE,
    silent: 0.005,
    silence: [26 * HOUR, 30 * HOUR],
  },
  campaign: {
    queue: [60 * SECOND, 5 * MINUTE],
    talk: [2 * MINUTE, 9 * MINUTE],
    after: [20 * SECOND, 90 * SECOND],
    message: 40 * SECOND,
    silent: 0.02,
    silence: [2 * HOUR, 5 * HOUR],
  },
};

const FATES = { served: 84, direct: 6, abandoned: 8, refused: 2 } as const;

/** Draws the course of one session. `same` is the channel and provider of a contact who comes back. */
export function drawLife(random: Random, same?: Pick<Life, "channel" | "provider">): Life {
  const channel = same?.channel ?? random.weighted(CHANNEL_WEIGHTS);
  const provider = same?.provider ?? random.weighted(PROVIDER_WEIGHTS[channel]);
  const pace = PACE[channel];
  const within = ([least, most]: Range) => random.between(least, most);
  const fate = random.weighted(FATES);
  const silent = random.chance(pace.silent);

  const steps: Step[] = [];
  let after = random.between(3 * SECOND, 18 * SECOND);
  const step = (status: KnownStatus) => steps.push({ after, status });

  if (fate === "refused") {
    after += random.between(5 * SECOND, 40 * SECOND);
    step("ended");
    return { channel, provider, steps };
  }
  if (fate !== "direct") {
    step("queued");
    const [mean, longest] = pace.queue;
    after += Math.round(Math.min(5 * SECOND + random.gap(mean), longest));
    if (fate === "abandoned") after += random.between(20 * SECOND, 2 * MINUTE);
  }
  if (fate === "abandoned") {
    step("ended");
    return { channel, provider, steps };
  }
  step("active");
  if (silent) {
    const silentFrom = after + random.between(20 * SECOND, 2 * MINUTE);
    after += within(pace.silence);
    step("ended");
    return { channel, provider, steps, silentFrom };
  }
  after += within(pace.talk);
  if (random.chance(0.88)) {
    step("post_agent");
    after += within(pace.after);
  }
  step("ended");
  const comesBack = !same && random.chance(0.02);
  return {
    channel,
    provider,
    steps,
    ...(comesBack ? { comesBackAfter: after + random.between(MINUTE, 8 * MINUTE) } : {}),
  };
}

/** When the session leaves the list at the latest, in milliseconds since it was created. */
export function lengthOf(life: Life): number {
  return life.steps.at(-1)!.after + ENDED_STAYS;
}
