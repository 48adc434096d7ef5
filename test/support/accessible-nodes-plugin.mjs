/** Gives tests the page as the browser tells it to assistive technology: a list of roles and names. */
export const accessibleNodesPlugin = {
  name: "accessible-nodes",
  async executeCommand({ command, session }) {
    if (command !== "accessible-nodes") return undefined;
    return session.browser.getPage(session.id).accessibleNodes();
  },
};
