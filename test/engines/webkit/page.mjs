/** Keys that are more than a character, as WebDriver writes them. */
const KEYS = {
  Alt: "\uE00A",
  ArrowDown: "\uE015",
  ArrowLeft: "\uE012",
  ArrowRight: "\uE014",
  ArrowUp: "\uE013",
  Backspace: "\uE003",
  Control: "\uE009",
  Delete: "\uE017",
  End: "\uE010",
  Enter: "\uE006",
  Escape: "\uE00C",
  F2: "\uE032",
  Home: "\uE011",
  Meta: "\uE03D",
  PageDown: "\uE00F",
  PageUp: "\uE00E",
  Shift: "\uE008",
  Space: " ",
  Tab: "\uE004",
};

const BUTTONS = { left: 0, middle: 1, right: 2 };

/** Media features, and what the inspector calls them and their values. */
const PREFERENCES = {
  colorScheme: ["PrefersColorScheme", { dark: "Dark", light: "Light" }],
  contrast: ["PrefersContrast", { more: "More", "no-preference": "NoPreference" }],
  reducedMotion: ["PrefersReducedMotion", { reduce: "Reduce", "no-preference": "NoPreference" }],
};

/** More than any frame of a window takes, in px. */
const WIDEST_FRAME = 100;

const keyCode = (key) => {
  const code = KEYS[key] ?? key;
  if ([...code].length > 1) throw new Error(`No key "${key}"`);
  return code;
};

/** A page in WebKit, with those methods of Playwright's pages that the commands of @web/test-runner-commands use. */
export class WebKitPage {
  #driver;
  #inspector;
  #position;
  /** What the window is larger by than the page in it. */
  #frame = { width: 0, height: 0 };

  /**
   * @param {import("./driver.mjs").WebDriver} driver
   * @param {import("./inspector.mjs").Inspector} inspector
   * @param {{ x: number, y: number }} position of the window on the screen.
   */
  constructor(driver, inspector, position) {
    this.#driver = driver;
    this.#inspector = inspector;
    this.#position = position;
  }

  keyboard = {
    down: (key) => this.#keys({ type: "keyDown", value: keyCode(key) }),
    up: (key) => this.#keys({ type: "keyUp", value: keyCode(key) }),
    /** A key, or several as in "Control+A": all but the last are held. */
    press: (chord) => {
      const keys = (chord === "+" ? ["+"] : chord.split("+")).map(keyCode);
      return this.#keys(
        ...keys.map((value) => ({ type: "keyDown", value })),
        ...keys.toReversed().map((value) => ({ type: "keyUp", value })),
      );
    },
    type: (text) => this.#keys(...[...text].flatMap((value) => ["keyDown", "keyUp"].map((type) => ({ type, value })))),
  };

  mouse = {
    move: (x, y) => this.#pointer({ type: "pointerMove", x, y }),
    down: ({ button = "left" } = {}) => this.#pointer({ type: "pointerDown", button: BUTTONS[button] }),
    up: ({ button = "left" } = {}) => this.#pointer({ type: "pointerUp", button: BUTTONS[button] }),
    click: (x, y, { button = "left" } = {}) =>
      this.#pointer(
        { type: "pointerMove", x, y },
        { type: "pointerDown", button: BUTTONS[button] },
        { type: "pointerUp", button: BUTTONS[button] },
      ),
  };

  async goto(url) {
    // No key or button stays down from one page to the next.
    await this.#driver.delete("/actions");
    await this.#driver.post("/url", { url });
  }

  url() {
    return this.#driver.get("/url");
  }

  async setViewportSize({ width, height }) {
    const deadline = Date.now() + 20_000;
    for (;;) {
      await this.#driver.post("/window/rect", {
        ...this.#position,
        width: width + this.#frame.width,
        height: height + this.#frame.height,
      });
      const [innerWidth, innerHeight, outerWidth, outerHeight] = await this.#driver.evaluate(
        "return [innerWidth, innerHeight, outerWidth, outerHeight]",
      );
      if (innerWidth === width && innerHeight === height) return;
      if (Date.now() > deadline) {
        throw new Error(`WebKit's page is ${innerWidth} × ${innerHeight} instead of ${width} × ${height}`);
      }
      const frame = { width: outerWidth - innerWidth, height: outerHeight - innerHeight };
      // Until the page has been laid out anew, it tells the size that it had.
      if (Object.values(frame).every((side) => side >= 0 && side < WIDEST_FRAME)) this.#frame = frame;
    }
  }

  async emulateMedia({ media, ...features }) {
    for (const [feature, value] of Object.entries(features)) {
      // There are none, so this is how it is.
      if (feature === "forcedColors" && value === "none") continue;
      const [name, values] = PREFERENCES[feature] ?? [];
      if (!values?.[value]) throw new Error(`WebKit cannot be told that ${feature} is ${value}`);
      await this.#inspector.send("Page.overrideUserPreference", { name, value: values[value] });
    }
    if (media) await this.#inspector.send("Page.setEmulatedMedia", { media: media === "screen" ? "" : media });
  }

  async accessibleNodes() {
    const { root } = await this.#inspector.send("DOM.getDocument");
    const { nodeId } = await this.#inspector.send("DOM.querySelector", { nodeId: root.nodeId, selector: "body" });
    const nodesFrom = async (id) => {
      const { properties } = await this.#inspector.send("DOM.getAccessibilityPropertiesForNode", { nodeId: id });
      const { role, label: name, childNodeIds = [] } = properties;
      return [{ role, name }, ...(await Promise.all(childNodeIds.map(nodesFrom))).flat()];
    };
    return nodesFrom(nodeId);
  }

  async requestGC() {
    await this.#inspector.send("Heap.gc");
  }

  #keys(...actions) {
    return this.#driver.post("/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  #pointer(...actions) {
    return this.#driver.post("/actions", {
      actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }],
    });
  }
}
