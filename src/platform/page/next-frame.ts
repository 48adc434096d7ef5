import { browserEnvironment } from "../browser-environment.js";

/** Milliseconds: a page that nobody sees has no frames. */
const LATEST = 100;

/** Settles with the next frame, or soon where there is none. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const cancel = browserEnvironment.timers.after(LATEST, resolve);
    requestAnimationFrame(() => {
      cancel();
      resolve();
    });
  });
}
