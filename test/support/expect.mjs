// Playwright's assertions, which ask again until what they say is so. For tests in Node's own runner.
import { expect as expectOnce } from "playwright/test";

/** How long a slow or shared machine may take; a test that passes does not wait for it. */
export const expect = expectOnce.configure({ timeout: 20_000 });
