// Compiles each sample of README and docs/ against the package as it would be published: what somebody copies must work.
// Samples of JavaScript are checked by their types as well, without `strict`; those of TypeScript with it.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "svelte/compiler";
import { compileScript, compileTemplate, parse } from "vue/compiler-sfc";
import { installPacked } from "./lib/packed.mjs";
import { ROOT, tool } from "./lib/process.mjs";

const folder = join(ROOT, ".cache", "samples");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await installPacked(folder);

/** Each is a program of its own, since JSX means something else in each. */
const PROGRAMS = {
  plain: { strict: true, experimentalDecorators: true },
  js: { strict: false, allowJs: true, checkJs: true, jsx: "react-jsx" },
  react: { strict: true, jsx: "react-jsx" },
  solid: { strict: true, jsx: "preserve", jsxImportSource: "solid-js" },
};
for (const [name, options] of Object.entries(PROGRAMS)) {
  cpSync(join(ROOT, "test/samples"), join(folder, name), { recursive: true });
  const shared = {
    target: "ES2022",
    module: "ESNext",
    moduleResolution: "bundler",
    lib: ["ES2023", "DOM", "DOM.Iterable"],
    types: ["mocha"],
    // The second program of a page may say the same names again.
    moduleDetection: "force",
    skipLibCheck: true,
    noEmit: true,
  };
  writeFileSync(join(folder, name, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...shared, ...options } }));
}

// The JSX among those of JavaScript has the tags of React.
writeFileSync(join(folder, "js/tags.d.ts"), 'import type {} from "handoff-elements/types/react";\n');

let count = 0;
const problems = [];
const docs = ["README.md", ...readdirSync(join(ROOT, "docs"), { recursive: true }).map((path) => `docs/${path}`)];
for (const path of docs.filter((name) => name.endsWith(".md"))) {
  const text = readFileSync(join(ROOT, path), "utf8");
  for (const [, language, code] of text.matchAll(/^ *```(\w+)\n([^]*?)^ *```/gm)) take(path, language, code);
}

function take(path, language, code) {
  const name = `${path.replaceAll(/\W/g, "-")}-${++count}`;
  const write = (program, extension, body) => writeFileSync(join(folder, program, `${name}.${extension}`), body);
  if (language === "js" || language === "jsx") write("js", language, code);
  if (language === "ts") write("plain", "ts", imported(path) + code);
  if (language === "tsx") write(path.includes("solid") ? "solid" : "react", "tsx", imported(path) + code);
  if (language === "html") {
    for (const [, script] of code.matchAll(/<script[^>]*>([^]*?)<\/script>/g)) if (script) take(path, "js", script);
  }
  if (language === "vue") takeVue(path, code);
  if (language === "svelte") takeSvelte(path, code);
}

/** Later samples of a page go on from what its first ones import. */
function imported(path) {
  if (path.endsWith("react.md")) return 'import type {} from "handoff-elements/types/react";\n';
  if (path.endsWith("solid.md")) return 'import type {} from "handoff-elements/types/solid";\n';
  if (path.endsWith("lit.md"))
    return 'import { html } from "lit";\nimport type { TransferSessionOpenEvent } from "handoff-elements";\n';
  return "";
}

function takeVue(path, code) {
  const { descriptor, errors } = parse(code);
  const { bindings } = compileScript(descriptor, { id: "sample" });
  const template = compileTemplate({
    source: descriptor.template.content,
    filename: path,
    id: "sample",
    compilerOptions: { bindingMetadata: bindings },
  });
  for (const error of [...errors, ...template.errors]) problems.push(`${path}: ${error.message ?? error}`);
  writeFileSync(
    join(folder, "plain", `vue-${count}.ts`),
    `import type {} from "vue";\n${descriptor.scriptSetup.content}`,
  );
}

function takeSvelte(path, code) {
  try {
    compile(code, { filename: path });
  } catch (error) {
    problems.push(`${path}: ${error.message}`);
  }
  const script = code.match(/<script[^>]*>([^]*?)<\/script>/)?.[1];
  if (script) writeFileSync(join(folder, "plain", `svelte-${count}.ts`), script);
}

for (const program of Object.keys(PROGRAMS)) {
  const { code, output } = await tool("typescript", ["-p", join(folder, program)], { command: "tsc", capture: true });
  if (code !== 0) problems.push(output);
}
if (count === 0) problems.push("no sample was found");
for (const problem of problems) console.error(problem);
console.log(`${count} samples`);
process.exitCode = problems.length > 0 ? 1 : 0;
