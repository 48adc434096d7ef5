// Records a page: its frames as the browser's compositor hands them out, and its layout shifts.

/** Frames are kept no larger than this: to see what moves, not to read it. */
const FRAME = { maxWidth: 480, maxHeight: 480 };

/** Runs in the page, before anything else does. */
function watchShifts() {
  const shifts = (window.__shifts = []);

  /** Inside shadow roots the browser names no element, only places. */
  function* elementsUnder(root) {
    for (const element of root.querySelectorAll("*")) {
      yield element;
      if (element.shadowRoot) yield* elementsUnder(element.shadowRoot);
    }
  }

  const nameOf = (element) => {
    const part = element.id ? `#${element.id}` : [...element.classList].map((name) => `.${name}`).join("");
    const { host } = element.getRootNode();
    return `${host ? `${host.localName} ` : ""}${element.localName}${part}`;
  };

  const findAt = ({ x, y, width, height }) => {
    const near = (a, b) => Math.abs(a - b) <= 1;
    for (const element of elementsUnder(document)) {
      const box = element.getBoundingClientRect();
      if (near(box.x, x) && near(box.y, y) && near(box.width, width) && near(box.height, height))
        return nameOf(element);
    }
    return "a text";
  };

  new PerformanceObserver((list) => {
    for (const { startTime, value, hadRecentInput, sources } of list.getEntries()) {
      shifts.push({
        at: performance.timeOrigin + startTime,
        value,
        byPerson: hadRecentInput,
        sources: sources.map(({ node, previousRect, currentRect }) => ({
          name: node?.nodeType === Node.ELEMENT_NODE ? nameOf(node) : findAt(currentRect),
          before: previousRect.toJSON(),
          after: currentRect.toJSON(),
        })),
      });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** The frames that differ from the one before, looked at in even steps; each with how long it stood. */
function sample(pictures, start, seconds, every) {
  const frames = [];
  let next = 0;
  for (let at = 0; at <= seconds * 1_000; at += every) {
    while (next < pictures.length && pictures[next].at <= start + at) next++;
    const picture = pictures[next - 1];
    if (!picture) continue;
    const last = frames.at(-1);
    if (last?.data === picture.data) last.to = at;
    else frames.push({ from: at, to: at, data: picture.data });
  }
  return frames;
}

/**
 * @returns what was seen: `frames`, PNG in base64 with the milliseconds from and to which they stood, and `shifts`. All
 *   times count from the moment that the page was asked for.
 */
export async function record(browser, address, { seconds, width, height, every, dark }) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? "dark" : "light" });
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(`The page threw: ${error.message}`));
  await page.addInitScript(watchShifts);

  const pictures = [];
  const session = await context.newCDPSession(page);
  session.on("Page.screencastFrame", ({ data, metadata, sessionId }) => {
    pictures.push({ at: metadata.timestamp * 1_000, data });
    // It may have been closed in between.
    session.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
  });
  await session.send("Page.startScreencast", { format: "png", ...FRAME });

  const start = Date.now();
  await page.goto(address);
  await page.waitForTimeout(Math.max(0, start + seconds * 1_000 - Date.now()));
  await session.send("Page.stopScreencast");
  const shifts = await page.evaluate(() => window.__shifts);
  await context.close();
  return {
    frames: sample(pictures, start, seconds, every),
    shifts: shifts.map((shift) => Object.assign(shift, { at: shift.at - start })),
  };
}
