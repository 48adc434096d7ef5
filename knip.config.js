// What nobody uses: files, exports, dependencies. `--production` looks at what ships alone, and so also finds what only a
// test uses; there an export that its own file uses is let be, since tests reach for those.
const production = process.argv.includes("--production");

export default {
  // Marked with `!` is what ships.
  entry: [
    "src/{index,core,define,cdn,classic,loader,testing}.ts!",
    "src/{define,locales,sources}/*.ts!",
    "src/embed/embed.ts!",
    "scripts/*.mjs",
    "scripts/lib/*-reporter.mjs",
    "*.config.{js,mjs,ts}",
    "demo/{main,many,desktop/main,desktop/agent,framed/main,embed/embed}.ts",
    "demo/server/load-endpoint.mjs",
    // Loaded by path.
    "test/support/http/protocol.ts",
    "test/**/*.test.{ts,mjs}",
    "test/types/*.{ts,tsx}",
  ],
  project: [
    "src/**/*.ts!",
    "scripts/**/*.mjs",
    "demo/**/*.{ts,mjs}",
    // Their dependencies are in a package.json of their own, as those of bench/ are.
    "!demo/{consoles,hosts}/**",
    "stories/**/*.{ts,mdx}",
    "test/**/*.{ts,tsx,mjs}",
  ],
  ignore: ["dist/**", "test/samples/generated/**"],
  // A type is exported beside the function that names it, so that its declaration can be read.
  ignoreExportsUsedInFile: production || { interface: true, type: true },
  // It would take the entries of the build for pages, whose exports nobody imports.
  vite: false,
  // Nothing is written in their formats; a test only compiles against their types.
  svelte: false,
  vue: false,
  ignoreDependencies: [
    // Started by name in scripts/.
    "@arethetypeswrong/cli",
    "publint",
    // Copied into the build by scripts/lib/generate.mjs.
    "@lit/react",
    // Read as text by test/node/old-hosts.test.mjs.
    "zone.js",
    // Named in test/types/tsconfig.react-18.json and test/types/tsconfig.solid.json.
    "@types/react-18",
    "solid-js",
    // A type in a comment; it comes with @web/test-runner-chrome.
    "puppeteer-core",
  ],
  // Served to a page by the test itself.
  ignoreUnresolved: [/^\/(cdn\/)?(handoff-elements|bundle|loader)\.js/],
};
