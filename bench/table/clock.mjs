/** The one clock of a page, turned by hand, so that nothing happens while something else is measured. */
import { START } from "./records.mjs";

let time = START;
let timers = [];

export const clock = {
  now: () => time,
  /** Turns the clock and calls what is due. */
  advance(milliseconds) {
    time += milliseconds;
    const due = timers.filter((timer) => timer.at <= time);
    timers = timers.filter((timer) => timer.at > time);
    for (const timer of due) timer.callback();
  },
};

export const handTimers = {
  after(delay, callback) {
    const timer = { at: time + delay, callback };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  },
};
