import { readFile } from "node:fs/promises";
import { serve } from "../../../test/support/http/serve.mjs";
import { walk } from "../lib/walk.mjs";
import { watched } from "../lib/watch.mjs";
import { bundle } from "./build.mjs";

/** No Trusted Types, which the elements take and LWC's engine does not: it sets innerHTML. */
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; style-src 'self'";

/** The same component twice: as an application with a bundler has it, and as an org has it. */
const PAGES = {
  "npm.js": POLICY,
  // Synthetic shadow writes a component's styles into the page.
  "static-resource.js": `${POLICY} 'unsafe-inline'`,
};

const pageWith = (entry) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>LWC</title><link rel="icon" href="data:,">` +
  `<script type="module" src="/${entry}"></script></head><body></body></html>`;

/** @param {{ browser: import("playwright").Browser }} with_ @returns {Promise<string>} what was seen. */
export async function check({ browser }) {
  const classic = new URL("../../../dist/cdn/handoff-elements.classic.js", import.meta.url);
  const scripts = { "/handoff-elements.classic.js": await readFile(classic) };
  for (const entry of Object.keys(PAGES)) scripts[`/${entry}`] = await bundle(entry);
  const server = await serve(({ url }, response) => {
    if (scripts[url]) return response.writeHead(200, { "content-type": "text/javascript" }).end(scripts[url]);
    const entry = url.slice(1).replace(/html$/, "js");
    if (!PAGES[entry]) return response.writeHead(404).end();
    const headers = { "content-type": "text/html", "content-security-policy": PAGES[entry] };
    return response.writeHead(200, headers).end(pageWith(entry));
  });
  try {
    const seen = [];
    for (const entry of Object.keys(PAGES)) {
      seen.push(await watched(browser, `${server.address}/${entry.replace(/js$/, "html")}`, walk));
    }
    return seen[0] === seen[1] ? `twice ${seen[0]}` : seen.join("; ");
  } finally {
    server.stop();
  }
}
