/** Whether a subject keeps what it should let go: over many polls, and over many mounts. */
import { call, metricsOf, openSubject } from "./page.mjs";

async function kept({ cdp }) {
  for (let turn = 0; turn < 3; turn++) await cdp.send("HeapProfiler.collectGarbage");
  const { JSHeapUsedSize, Nodes, JSEventListeners } = await metricsOf(cdp);
  return { heap: JSHeapUsedSize, nodes: Nodes, listeners: JSEventListeners };
}

/** Heap after a tenth of the polls, when all is warm, and after all of them. */
export async function overPolls(browser, script, { rows, polls }) {
  const opened = await openSubject(browser, script, rows);
  try {
    await call(opened.page, "prepare", "first");
    await call(opened.page, "act", "first");
    await call(opened.page, "polls", Math.ceil(polls / 10));
    const before = await kept(opened);
    for (let turn = 0; turn < 9; turn++) await call(opened.page, "polls", Math.ceil(polls / 10));
    return { before, after: await kept(opened), errors: opened.errors };
  } finally {
    await opened.page.close();
  }
}

/** What is kept after a few mounts, when all is warm, and after many. */
export async function overMounts(browser, script, { rows, mounts }) {
  const opened = await openSubject(browser, script, rows);
  try {
    await call(opened.page, "mounts", 5);
    const before = await kept(opened);
    await call(opened.page, "mounts", mounts);
    return { before, after: await kept(opened), errors: opened.errors };
  } finally {
    await opened.page.close();
  }
}
