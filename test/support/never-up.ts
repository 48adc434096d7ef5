import type { TimeUp } from "../../src/platform/job.js";

/** For work that a test wants done in one go. */
export const NEVER_UP: TimeUp = () => false;
