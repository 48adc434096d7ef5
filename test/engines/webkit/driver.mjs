/** A session of WebDriver: https://www.w3.org/TR/webdriver2/. */
export class WebDriver {
  #address;

  constructor(address) {
    this.#address = address;
  }

  /** @param {number} port that the driver listens on. */
  static async open(port) {
    const address = `http://127.0.0.1:${port}/session`;
    const { sessionId } = await new WebDriver(address).post("", {
      // The runner waits for the tests itself.
      capabilities: { alwaysMatch: { pageLoadStrategy: "none" } },
    });
    return new WebDriver(`${address}/${sessionId}`);
  }

  get(command) {
    return this.#send(command);
  }

  post(command, body) {
    return this.#send(command, { method: "POST", body: JSON.stringify(body) });
  }

  delete(command) {
    return this.#send(command, { method: "DELETE" });
  }

  evaluate(script) {
    return this.post("/execute/sync", { script, args: [] });
  }

  async #send(command, options) {
    const response = await fetch(this.#address + command, options);
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebDriver's ${command}: ${value.error}: ${value.message}`);
    return value;
  }
}
