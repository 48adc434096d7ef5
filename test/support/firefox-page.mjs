/**
 * What puppeteer lacks in Firefox, so that the commands of @web/test-runner-commands do the same there as in Playwright's
 * Chromium.
 */

/** Media features, and the preferences that Firefox takes them from. */
const PREFERENCES = {
  "prefers-color-scheme": ["layout.css.prefers-color-scheme.content-override", { dark: 0, light: 1 }],
  "prefers-reduced-motion": ["ui.prefersReducedMotion", { reduce: 1, "no-preference": 0 }],
};

/** Runs an expression among the browser's own scripts: no command of WebDriver BiDi sets a preference later than start. */
async function evaluateInBrowser(connection, expression) {
  const { result } = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  await connection.send("script.evaluate", {
    expression,
    target: { context: result.contexts[0].context },
    awaitPromise: true,
  });
}

const known = (key) => (key === "Space" ? " " : key);

/** "Control+A" is a key pressed while another is held, which puppeteer does not know; nor does it know "Space". */
function teachKeys(keyboard) {
  for (const name of ["down", "up"]) {
    const send = keyboard[name].bind(keyboard);
    keyboard[name] = (key) => send(known(key));
  }
  const press = keyboard.press.bind(keyboard);
  keyboard.press = async (chord) => {
    const held = chord === "+" ? [] : chord.split("+");
    const key = held.pop() ?? chord;
    for (const modifier of held) await keyboard.down(modifier);
    await press(known(key));
    for (const modifier of held.toReversed()) await keyboard.up(modifier);
  };
}

/** @param {{ context: import("puppeteer-core").BrowserContext }} options */
export async function createPage({ context }) {
  const page = await context.newPage();
  teachKeys(page.keyboard);
  page.emulateMediaFeatures = async (features) => {
    const settings = features.map(({ name, value }) => {
      const [preference, values] = PREFERENCES[name];
      return `Services.prefs.setIntPref("${preference}", ${values[value]});`;
    });
    if (settings.length > 0) await evaluateInBrowser(page.browser().connection, settings.join(" "));
  };
  return page;
}
