// What a person does with the elements, whatever console they stand in. A page that is walked through has the floor of
// floor.js and buttons with the names that are pressed here.
import assert from "node:assert/strict";
import { expect } from "../../../test/support/expect.mjs";
import { contactAt, statusAt } from "./floor.js";

const COUNT = 200;
const MANY = 10_000;
/** More than a screen of them means that the rows are not windowed. */
const MOST_DRAWN = 120;

const number = new Intl.NumberFormat("en");

/**
 * @param {import("playwright").Page} page
 * @param {import("playwright").FrameLocator} [place] where the elements are.
 * @returns {Promise<string>} what was seen, for the runner's line.
 */
export async function walk(page, place = page) {
  const table = place.locator("transfer-sessions-table");
  const title = () => table.getByRole("heading", { level: 2 });
  const grid = () => table.getByRole("grid");
  const search = () => table.getByRole("searchbox");
  const drawn = () => table.locator("tbody [role=row]");
  const firstRow = () => drawn().first();
  const header = (name) => table.getByRole("columnheader", { name });
  const press = (name) => place.getByRole("button", { name, exact: true }).click();

  async function rows() {
    await expect(title()).toHaveText(`Transfer sessions ${COUNT}`);
    await expect(grid()).toHaveAttribute("aria-rowcount", String(COUNT + 1));
    await expect(firstRow()).toContainText(contactAt(0));
    await expect(firstRow()).toContainText("Salesforce");
    await expect(firstRow()).toContainText("Queued");
  }

  async function searching() {
    await search().click();
    await page.keyboard.type(contactAt(42));
    await expect(drawn()).toHaveCount(1);
    await expect(firstRow()).toContainText(contactAt(42));
    await search().fill("");
    await expect(grid()).toHaveAttribute("aria-rowcount", String(COUNT + 1));
  }

  async function filtering() {
    const active = Array.from({ length: COUNT }, (_, index) => index).filter((index) => statusAt(index) === "active");
    await table.getByRole("button", { name: "Status", exact: true }).click();
    await table.getByRole("checkbox", { name: "Active" }).check();
    await page.keyboard.press("Escape");
    await expect(grid()).toHaveAttribute("aria-rowcount", String(active.length + 1));
    await expect(drawn().filter({ hasNotText: "Active" })).toHaveCount(0);
    await expect(firstRow()).toContainText(contactAt(active[0]));
    await table.getByRole("button", { name: /^Clear filters/ }).click();
    await expect(grid()).toHaveAttribute("aria-rowcount", String(COUNT + 1));
  }

  async function sorting() {
    await header("Contact").click();
    await expect(header("Contact")).toHaveAttribute("aria-sort", "ascending");
    await page.keyboard.press("Enter");
    await expect(header("Contact")).toHaveAttribute("aria-sort", "descending");
    await expect(firstRow()).toContainText(contactAt(COUNT - 1));
    await page.keyboard.press("Enter");
    await expect(firstRow()).toContainText(contactAt(0));
  }

  async function details() {
    const dialog = place.getByRole("dialog", { name: "Transfer session" });
    await table.getByRole("gridcell", { name: "Salesforce" }).first().click();
    await expect(dialog).toBeVisible();
    await expect(dialog).toContainText(contactAt(0));
    await expect(dialog.getByRole("treeitem", { name: /^tier: gold/ })).toBeVisible();
    await expect(dialog).not.toContainText("hush");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    // Again by the keyboard, from the cell that has the focus; nobody presses two keys in one millisecond.
    await page.keyboard.press("ArrowDown", { delay: 80 });
    await page.keyboard.press("Enter");
    await expect(dialog).toContainText(contactAt(1));
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }

  async function ending() {
    const button = table.getByRole("button", { name: `End session of contact ${contactAt(1)}` });
    const question = place.getByRole("dialog", { name: "End this session?" });
    await button.click();
    await expect(question.getByRole("button", { name: "Cancel" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(question).toBeHidden();
    await button.click();
    await question.getByRole("button", { name: "End session" }).click();
    await expect(question).toBeHidden();
    await expect(drawn().filter({ hasText: contactAt(1) })).toContainText("Ended");
    await expect(place.getByText(`Ended ${contactAt(1)}`, { exact: true })).toBeVisible();
  }

  async function resizing() {
    const { width, height } = page.viewportSize();
    await page.setViewportSize({ width: 560, height });
    await expect(drawn().first()).toBeVisible();
    await expect
      .poll(() => table.evaluate(({ clientWidth, scrollWidth }) => scrollWidth - clientWidth))
      .toBeLessThanOrEqual(0);
    await page.setViewportSize({ width, height });
    await expect(header("Contact")).toBeVisible();
  }

  /** By the wheel, then to the end by the keyboard. @returns what was seen. */
  async function many() {
    await press("10,000 rows");
    await expect(title()).toHaveText(`Transfer sessions ${number.format(MANY)}`);
    await expect(firstRow()).toContainText(contactAt(0));
    await firstRow().hover();
    for (let step = 0; step < 15; step++) await page.mouse.wheel(0, 2_000);
    await expect(firstRow()).not.toContainText(contactAt(0));
    await expect(
      drawn()
        .filter({ hasText: /contact-00[3-9]/ })
        .first(),
    ).toBeVisible();
    await table.getByRole("gridcell", { name: "Genesys" }).first().click({ trial: true });
    await header("Contact").focus();
    await page.keyboard.press("Control+End");
    await expect(drawn().last()).toContainText(contactAt(MANY - 1));
    const count = await drawn().count();
    assert.ok(count < MOST_DRAWN, `${count} rows are drawn`);
    return `${number.format(MANY)} rows with ${count} drawn`;
  }

  /** Each event once and in order, over a socket that comes up late and twice. @returns what was seen. */
  async function tracking() {
    const told = (...events) =>
      expect(place.getByRole("status").getByText(events.join(", "), { exact: true })).toBeVisible();
    await press("Ana joins");
    await press("Socket up");
    await told("NA entry ana");
    await press("Socket up");
    await press("Ben joins");
    await told("NA entry ana", "warm entry ben");
    await press("Ben leaves");
    await told("NA entry ana", "warm entry ben", "warm exit ben");
    await press("Conversation ends");
    await told("NA entry ana", "warm entry ben", "warm exit ben", "NA exit ana");
    // Nothing comes after it.
    await page.waitForTimeout(500);
    await told("NA entry ana", "warm entry ben", "warm exit ben", "NA exit ana");
    await expect(place.locator("agent-transfer-tracker")).toContainText("Ana");
    return "4 tracker events";
  }

  await rows();
  const tracked = await tracking();
  await searching();
  await filtering();
  await sorting();
  await details();
  await ending();
  await resizing();
  return `${COUNT} rows, search, filter, sort, details, End, resize, ${await many()}, ${tracked}`;
}
