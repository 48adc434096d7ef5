/** @param {{ context: import("playwright").BrowserContext }} options */
export async function createPage({ context }) {
  const page = await context.newPage();
  // The runner has limits of its own.
  page.setDefaultNavigationTimeout(0);
  page.accessibleNodes = async () => {
    const devTools = await context.newCDPSession(page);
    const { nodes } = await devTools.send("Accessibility.getFullAXTree");
    await devTools.detach();
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name }) => ({ role: role?.value ?? "", name: name?.value ?? "" }));
  };
  return page;
}
