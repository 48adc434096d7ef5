import { fileURLToPath } from "node:url";
import { defineConfig, type Connect, type Plugin } from "vite";
import { createEndpoint } from "./demo/server/endpoint.js";

/** What the elements promise to work under; the built demo is served with it. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html",
].join("; ");

const path = (below: string): string => fileURLToPath(new URL(below, import.meta.url));

const secure: Connect.NextHandleFunction = (_request, response, next) => {
  response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
  next();
};

/** Serves the simulated contact centre below /api, from the process that serves the page. */
function endpoint(): Plugin {
  const handler = createEndpoint({ base: "/api" });
  return {
    name: "demo-endpoint",
    configureServer(server) {
      server.middlewares.use(handler);
    },
    configurePreviewServer(server) {
      server.middlewares.use(secure);
      server.middlewares.use(handler);
    },
  };
}

export default defineConfig({
  root: path("demo"),
  publicDir: path("demo/public"),
  // Pages, not routes: what does not exist is 404.
  appType: "mpa",
  cacheDir: path("node_modules/.vite-demo"),
  plugins: [endpoint()],
  resolve: {
    // The page imports the package as a user would; here that means its sources.
    alias: [
      { find: /^handoff-elements$/, replacement: path("src/index.ts") },
      { find: /^handoff-elements\/(.*)$/, replacement: path("src/$1.ts") },
    ],
  },
  build: {
    outDir: path("dist-demo"),
    emptyOutDir: true,
    target: "es2022",
    // The policy allows no data: URL and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { index: path("demo/index.html") } },
  },
});
