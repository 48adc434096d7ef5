import { fileURLToPath } from "node:url";
import { defineConfig, type Connect, type Plugin } from "vite";
import { embedConfigs } from "./demo/server/embed-configs.js";
import { createEndpoint } from "./demo/server/endpoint.js";
import { LargeFloor } from "./demo/server/memory/large-floor.js";
import { MemoryRepository } from "./demo/server/memory/memory-repository.js";

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

/** Two pages frame other origins; nothing else is allowed more than before. */
const FRAMES: Readonly<Record<string, string>> = {
  "/desktop.html": "frame-src 'self' http://agent-1.localhost:* http://agent-2.localhost:*",
  "/framed.html": "frame-src 'self' http://widgets.localhost:*",
};

const secure: Connect.NextHandleFunction = (request, response, next) => {
  const frames = FRAMES[request.url?.split("?", 1)[0] ?? ""];
  response.setHeader(
    "Content-Security-Policy",
    frames ? `${CONTENT_SECURITY_POLICY}; ${frames}` : CONTENT_SECURITY_POLICY,
  );
  next();
};

/**
 * Serves the simulated contact centre below /api, and below /many/api a floor too large to send, which is made when
 * somebody first asks for it; from the process that serves the pages.
 */
function endpoints(): Plugin {
  const simulated = createEndpoint({ base: "/api" });
  const many = createEndpoint({
    base: "/many/api",
    repository: new MemoryRepository(new LargeFloor({ count: 100_000 })),
    pageSize: 100,
    // Something changes each second: a page that was asked for anew so often would be no calmer than a poll.
    offers: ["get", "end", "integrations", "lifecycle"],
  });
  return {
    name: "demo-endpoints",
    configureServer({ middlewares }) {
      for (const one of [simulated, many, embedConfigs]) middlewares.use(one);
    },
    configurePreviewServer({ middlewares }) {
      for (const one of [secure, simulated, many, embedConfigs]) middlewares.use(one);
    },
  };
}

export default defineConfig({
  root: path("demo"),
  publicDir: path("demo/public"),
  // Pages, not routes: what does not exist is 404.
  appType: "mpa",
  cacheDir: path("node_modules/.vite-demo"),
  plugins: [endpoints()],
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
    rolldownOptions: {
      input: {
        index: path("demo/index.html"),
        many: path("demo/many.html"),
        desktop: path("demo/desktop.html"),
        "desktop-agent": path("demo/desktop-agent.html"),
        framed: path("demo/framed.html"),
        embed: path("demo/embed/index.html"),
      },
    },
  },
});
