// For consoles that hold the elements in frames: addresses without a network, and what a person does there.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { ROOT } from "../../../scripts/lib/process.mjs";
import { expect } from "../../../test/support/expect.mjs";
import { contactAt, floor } from "./floor.js";

const COUNT = 200;
const MANY = 10_000;
const MOST_DRAWN = 120;
const TOKEN = "Bearer t-1";

/** Where the pages and the endpoint are that a console shows. */
export const WIDGET = "https://widget.example";

/** Of those pages: what docs/page.md asks for, and no more. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

/** A page's script with the vendor's client in it. `alias`: what else stands for what, as in Vite. */
export async function bundle(file, alias = []) {
  const { output } = await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    // The package as it is built.
    resolve: { alias: [{ find: /^handoff-elements\/(.*)$/, replacement: `${ROOT}/dist/$1.js` }, ...alias] },
    build: {
      write: false,
      modulePreload: false,
      target: "es2022",
      rolldownOptions: { input: fileURLToPath(file), output: { codeSplitting: false } },
    },
  });
  return { contentType: "text/javascript", body: output[0].code };
}

/** Stands for the network: files by address, and at `/api` of the widget a floor for who has the token. */
export class Network {
  polls = 0;
  lastPoll = 0;
  #files;
  #open;
  #floor = floor(MANY);
  #count = COUNT;

  /** @param files what `route.fulfill` takes, by address. @param {{ open?: boolean }} [options] `open`: no token is needed. */
  constructor(files, { open = false } = {}) {
    this.#files = files;
    this.#open = open;
  }

  get ended() {
    return this.#floor.ended;
  }

  /** From the next poll on there are 10,000 sessions. */
  grow() {
    this.#count = MANY;
  }

  async spread(page) {
    await page.route(/^https:/, async (route) => route.fulfill(await this.#answer(route.request())));
  }

  async #answer(request) {
    const [address] = request.url().split("?");
    if (!address.startsWith(`${WIDGET}/api/`)) return this.#files[address] ?? { status: 404 };
    const headers = { "access-control-allow-origin": "*" };
    if (!this.#open && request.headers().authorization !== TOKEN) return { status: 401, headers };
    const sessions = await this.#floor.list();
    if (request.method() === "POST") {
      const id = decodeURIComponent(address.split("/").at(-2));
      await this.#floor.end(sessions.find((session) => session.id === id));
      return { status: 204, headers };
    }
    this.polls++;
    this.lastPoll = Date.now();
    return { json: { sessions: sessions.slice(0, this.#count), offers: ["end"] }, headers };
  }
}

const partsOf = (place) => {
  const table = place.locator("transfer-sessions-table");
  return { table, drawn: table.locator("tbody [role=row]"), first: table.locator("tbody [role=row]").first() };
};

/** The floor as a person uses it. @returns what was seen. */
export async function useFloor(page, place, network) {
  const { table, drawn, first } = partsOf(place);
  await expect(table.getByRole("grid")).toHaveAttribute("aria-rowcount", String(COUNT + 1));
  await expect(first).toContainText(contactAt(0));
  await expect(first).toContainText("Queued");
  await expect(place.locator("transfer-sessions-summary")).toContainText("Queued");

  const search = table.getByRole("searchbox");
  await search.click();
  await page.keyboard.type(contactAt(1));
  await expect(drawn).toHaveCount(1);

  const details = place.getByRole("dialog", { name: "Transfer session" });
  await table.getByRole("gridcell", { name: "Genesys" }).click();
  await expect(details).toContainText(contactAt(1));
  await expect(details).not.toContainText("hush");
  await page.keyboard.press("Escape");
  await expect(details).toBeHidden();
  await page.keyboard.press("Enter", { delay: 80 });
  await expect(details).toBeVisible();
  await page.keyboard.press("Escape");

  const end = table.getByRole("button", { name: `End session of contact ${contactAt(1)}` });
  const question = place.getByRole("dialog", { name: "End this session?" });
  await end.click();
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  assert.deepEqual(network.ended, []);
  await end.click();
  await question.getByRole("button", { name: "End session" }).click();
  await expect(question).toBeHidden();
  await expect(first).toContainText("Ended");
  assert.deepEqual(network.ended, [contactAt(1)]);
  await search.fill("");
  await expect(table.getByRole("grid")).toHaveAttribute("aria-rowcount", String(COUNT + 1));
  return `${COUNT} rows, search, details, End`;
}

/** 10,000 rows by the wheel, then to the end by the keyboard. @returns what was seen. */
export async function useMany(page, place, network) {
  const { table, drawn, first } = partsOf(place);
  network.grow();
  await table.getByRole("button", { name: "Refresh" }).click();
  await expect(table.getByRole("grid")).toHaveAttribute("aria-rowcount", String(MANY + 1));
  await first.hover();
  for (let step = 0; step < 15; step++) await page.mouse.wheel(0, 2_000);
  await expect(drawn.filter({ hasText: /contact-00[1-9]/ }).first()).toBeVisible();
  await table.getByRole("gridcell", { name: "Genesys" }).first().click({ trial: true });
  await table.getByRole("columnheader", { name: "Contact" }).focus();
  await page.keyboard.press("Control+End");
  await expect(drawn.last()).toContainText(contactAt(MANY - 1));
  const count = await drawn.count();
  assert.ok(count < MOST_DRAWN, `${count} rows are drawn`);
  return `10,000 rows with ${count} drawn`;
}

/** No poll while the console hides the frame, one at once when it is back. @returns what was seen. */
export async function hideAndShow(page, network, { hide, show, interval }) {
  const before = network.polls;
  await expect.poll(() => network.polls, { timeout: 2 * interval + 5_000 }).toBeGreaterThan(before);
  await hide();
  await page.waitForTimeout(300);
  const { polls } = network;
  const hidden = interval + 3_500;
  await page.waitForTimeout(hidden);
  assert.equal(network.polls, polls, "it polls while it is hidden");
  const since = Date.now();
  await show();
  await expect.poll(() => network.polls).toBe(polls + 1);
  const waited = network.lastPoll - since;
  assert.ok(waited < interval, `it polls ${waited} ms after its return`);
  return `0 polls in ${hidden} ms out of sight, one ${waited} ms after its return`;
}
