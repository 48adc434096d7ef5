/** Gives tests the page as the browser tells it to assistive technology: roles and names, as YAML text. */
export const ariaSnapshotPlugin = {
  name: "aria-snapshot",
  async executeCommand({ command, session }) {
    if (command !== "aria-snapshot") return undefined;
    return { yaml: await session.browser.getPage(session.id).locator("body").ariaSnapshot() };
  },
};
