// What package.json promises: every entry resolves, and importing it in Node defines nothing and touches no DOM.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { test } from "node:test";
import { publicEntries } from "../../scripts/lib/entries.mjs";
import { packed } from "../../scripts/lib/packed.mjs";
import { ROOT, run } from "../../scripts/lib/process.mjs";

const packageJson = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const entries = publicEntries(ROOT);
const nameOf = (entry) => entry.replace(/^\./, packageJson.name);

const built = (file) => JSON.parse(readFileSync(join(ROOT, "dist", file), "utf8"));

/** Runs a module in a Node of its own. */
const inNode = (code) =>
  run(process.execPath, ["--input-type=module", "--eval", code], { capture: true, timeout: 60_000 });

test("every entry has its files, and they are published", async () => {
  const published = new Set((await packed()).paths);
  for (const { entry, target, types } of entries) {
    for (const file of [target, types].filter(Boolean)) {
      assert.ok(existsSync(join(ROOT, file)), `${entry}: ${file} is missing`);
      assert.ok(published.has(file.replace(/^\.\//, "")), `${entry}: ${file} is not published`);
    }
  }
});

test("each language that there is can be imported", () => {
  const folder = join(ROOT, "src/locales");
  const languages = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".ts")) : [];
  const names = new Set(entries.map(({ entry }) => entry));
  for (const file of languages) assert.ok(names.has(`./locales/${file.replace(/\.ts$/, "")}`), file);
});

test("every pattern stands for something, and every tag has an entry", () => {
  const names = entries.map(({ entry }) => entry);
  for (const pattern of Object.keys(packageJson.exports).filter((name) => name.endsWith("/*"))) {
    if (packageJson.exports[pattern] === null) continue;
    assert.ok(
      names.some((name) => name.startsWith(pattern.slice(0, -1))),
      `${pattern} stands for nothing`,
    );
  }
  const manifest = built("custom-elements.json");
  const tags = manifest.modules
    .flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName))
    .filter(Boolean);
  assert.ok(tags.length > 0);
  for (const tag of tags) assert.ok(names.includes(`./define/${tag}`), `no entry for ${tag}`);
});

test("the fields for tools point to files", () => {
  for (const field of ["main", "types", "customElements", "web-types", "unpkg", "jsdelivr"]) {
    assert.ok(existsSync(join(ROOT, packageJson[field])), `${field}: ${packageJson[field]} is missing`);
  }
});

test("editors know every tag, and offer no name of a type as a value", () => {
  const [module] = built("custom-elements.json").modules;
  const tags = module.declarations.map(({ tagName }) => tagName);
  assert.ok(tags.length > 0);
  const { tags: inCode } = built("vscode.html-custom-data.json");
  assert.deepEqual(
    inCode.map(({ name }) => name),
    tags,
  );
  assert.deepEqual(
    built("web-types.json").contributions.html.elements.map(({ name }) => name),
    tags,
  );
  const storage = inCode
    .find(({ name }) => name === "agent-transfer-tracker")
    .attributes.find((attribute) => attribute.name === "storage");
  assert.deepEqual(storage.values, [{ name: "session" }, { name: "none" }]);
  assert.ok(built("vscode.css-custom-data.json").properties.some(({ name }) => name === "--handoff-json-key"));
});

test("internals are closed", async () => {
  for (const path of [
    "platform/warn-once",
    "platform/warn-once.js",
    "dist/index.js",
    "sources/wire/list-reader",
    "sources/http/request",
    "sources/frame/served-source",
    "stores/sessions/session-store",
  ]) {
    const { code, output } = await inNode(`await import("${packageJson.name}/${path}")`);
    assert.notEqual(code, 0, `${path} is open`);
    assert.match(output, /ERR_PACKAGE_PATH_NOT_EXPORTED/);
  }
});

for (const { entry, target } of entries) {
  const isJson = target.endsWith(".json");
  test(`${entry} can be imported in Node, and defines nothing there`, async () => {
    const { code, output } = await inNode(`
      import "lit"; // brings a registry of its own to Node
      const defined = [];
      const define = customElements.define;
      customElements.define = function (tag, ...rest) { defined.push(tag); return define.call(this, tag, ...rest); };
      const before = new Set(Object.getOwnPropertyNames(globalThis));
      const module = await import("${nameOf(entry)}"${isJson ? ', { with: { type: "json" } }' : ""});
      const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name) && /^[a-z]/i.test(name));
      console.log(JSON.stringify({ defined, added, exports: Object.keys(module) }));
      // A timer or a handle left by an import would keep this process alive, and the test would run out of time.
    `);
    assert.equal(code, 0, output);
    const line = output.split("\n").find((text) => text.startsWith("{"));
    assert.ok(line, output);
    const { defined, added, exports } = JSON.parse(line);
    assert.deepEqual(defined, []);
    assert.deepEqual(added, []);
    if (/^\.(\/core|\/sources\/(frame|http|memory)|\/testing|\/react|\/locales\/.*)?$/.test(entry))
      assert.ok(exports.length > 0);
  });
}

/** Every module of the package that `file` brings along, at once or later, and what it imports of others. */
function moduleGraph(file) {
  const own = new Set();
  const foreign = new Set();
  const visit = (path) => {
    if (own.has(path)) return;
    own.add(path);
    const code = readFileSync(join(ROOT, "dist", path), "utf8");
    for (const [, name] of code.matchAll(/(?:^(?:import|export)\b[^"']*?|\bimport\()["']([^"']+)["']/gm)) {
      if (name.startsWith(".")) visit(posix.join(posix.dirname(path), name));
      else foreign.add(name);
    }
  };
  visit(file);
  return { own: [...own], foreign: [...foreign] };
}

test("the core brings no element and no Lit along", () => {
  const whole = moduleGraph("index.js");
  assert.ok(whole.foreign.includes("lit"), "the graph is not read");
  const { own, foreign } = moduleGraph("core.js");
  assert.ok(own.includes("stores/sessions/session-store.js"), "the graph is not read");
  assert.deepEqual(foreign, []);
  assert.deepEqual(
    own.filter((path) => /^(lit|elements|define|events|i18n|locales)\//.test(path)),
    [],
  );
});

test("what the core exports, the whole package exports too", async () => {
  const [core, whole] = await Promise.all(["core", "index"].map((name) => import(`../../dist/${name}.js`)));
  for (const name of [
    "sessionStoreFor",
    "viewToSearchParams",
    "viewFromSearchParams",
    "parseSessionId",
    "AgentTransferTracker",
    "DataSourceError",
  ]) {
    assert.ok(name in core, name);
  }
  for (const name of Object.keys(core)) assert.equal(core[name], whole[name], name);
});

test("React's components are for the client, each by its name", () => {
  const files = ["react.js", ...readdirSync(join(ROOT, "dist/react")).map((name) => `react/${name}`)];
  for (const file of files.filter((name) => /^react(\.js|\/[a-z]+-\w+-.*\.js)$/.test(name))) {
    const code = readFileSync(join(ROOT, "dist", file), "utf8");
    assert.match(code, /^"use client";\n/, file);
    // Next takes none in such a module.
    assert.doesNotMatch(code, /export \*/, file);
  }
});

const pascal = (name) => name.replace(".js", "").replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase());

test("each tag has its React component, named after it", async () => {
  const names = Object.keys(await import("../../dist/react.js"));
  const tags = readdirSync(join(ROOT, "dist/define")).filter((name) => name.endsWith(".js"));
  assert.deepEqual(names, tags.map(pascal).toSorted());
});

test("no module imports another for nothing", () => {
  // A host's bundler would say so: only what registers something has side effects.
  const idle = readdirSync(join(ROOT, "dist"), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".js") && !/^(define|react|cdn)\b/.test(path))
    .filter((path) => /^import ["']/m.test(readFileSync(join(ROOT, "dist", path), "utf8")));
  assert.deepEqual(idle, []);
});

test("an element registered from Node's side stays out of a page without a document", async () => {
  const { code, output } = await inNode(`
    await import("${packageJson.name}/define");
    if (typeof document !== "undefined" || typeof window !== "undefined") process.exit(2);
  `);
  assert.equal(code, 0, output);
});

test("published types name only packages that come with this one", async () => {
  const known = new Set([...Object.keys(packageJson.dependencies), ...Object.keys(packageJson.peerDependencies ?? {})]);
  // Those of a framework name that framework.
  const declarations = (await packed()).paths.filter((file) => /^dist\/(?!types\/).*\.d\.ts$/.test(file));
  assert.ok(declarations.length > 100);
  for (const file of declarations) {
    const code = readFileSync(join(ROOT, file), "utf8").replaceAll(/\/\*[^]*?\*\//g, "");
    for (const [, name] of code.matchAll(/(?:\bfrom |\bimport\(|^import )"([^."][^"]*)"/gm)) {
      const owner = name.split("/", name.startsWith("@") ? 2 : 1).join("/");
      assert.ok(known.has(owner), `${file} names ${name}`);
    }
  }
});
