import { fileURLToPath } from "node:url";
import { serve } from "../../../test/support/http/serve.mjs";
import { bundle, POLICY } from "../lib/frames.mjs";
import { walk } from "../lib/walk.mjs";
import { watched } from "../lib/watch.mjs";

/** The renderer names files of a library past what that exports, which the bundler of the vendor's tools does not mind. */
const SNABBDOM = {
  find: /^snabbdom\/(build\/.*)$/,
  replacement: fileURLToPath(new URL("node_modules/snabbdom/$1.js", import.meta.url)),
};

const PAGE =
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Next Experience</title>` +
  `<link rel="icon" href="data:,"><script type="module" src="/floor.js"></script></head>` +
  `<body><x-acme-floor></x-acme-floor></body></html>`;

/** @param {{ browser: import("playwright").Browser }} with_ @returns {Promise<string>} what was seen. */
export async function check({ browser }) {
  const { body } = await bundle(new URL("floor.jsx", import.meta.url), [SNABBDOM]);
  const server = await serve(({ url }, response) => {
    if (url === "/floor.js") return response.writeHead(200, { "content-type": "text/javascript" }).end(body);
    return response.writeHead(200, { "content-type": "text/html", "content-security-policy": POLICY }).end(PAGE);
  });
  try {
    return await watched(browser, `${server.address}/`, walk);
  } finally {
    server.stop();
  }
}
