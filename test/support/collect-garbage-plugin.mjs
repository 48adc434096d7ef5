/** Lets tests see what nobody holds any more. */
export const collectGarbagePlugin = {
  name: "collect-garbage",
  async executeCommand({ command, session }) {
    if (command !== "collect-garbage") return undefined;
    // What two heaps hold of each other goes only bit by bit.
    for (let turn = 0; turn < 3; turn++) await session.browser.getPage(session.id).requestGC();
    return { done: true };
  },
};
