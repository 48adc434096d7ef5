/** Lets tests see what nobody holds any more. */
export const collectGarbagePlugin = {
  name: "collect-garbage",
  async executeCommand({ command, session }) {
    if (command !== "collect-garbage") return undefined;
    await session.browser.getPage(session.id).requestGC();
    return { done: true };
  },
};
