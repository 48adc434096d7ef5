// Reads the custom elements manifest from the sources: the one description that types, editor data and Storybook share.
// It describes what a host can import: the classes and types of the entry `.`, and the tags that `define/` registers.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { create, ts } from "@custom-elements-manifest/analyzer";
import { litPlugin } from "@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js";

/** Folders in which elements, and what they inherit, may stand. */
const FOLDERS = ["lit", "define", "elements"];

function sourceFiles(root) {
  return FOLDERS.flatMap((folder) => readdirSync(join(root, "src", folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts"))
    .map((entry) =>
      posix.relative(root.replaceAll("\\", "/"), posix.join(entry.parentPath.replaceAll("\\", "/"), entry.name)),
    )
    .toSorted();
}

/** Collects the calls `defineElement("tag", Class)` of the entries, which the analyzer does not know by itself. */
function definitionPlugin(definitions) {
  return {
    name: "handoff-define-element",
    analyzePhase({ ts: typescript, node, moduleDoc }) {
      // Elements that register another one late do it a second time.
      if (!moduleDoc.path.startsWith("src/define/")) return;
      if (!typescript.isCallExpression(node) || node.expression.getText() !== "defineElement") return;
      const [tag, elementClass] = node.arguments;
      if (!tag || !elementClass || !typescript.isStringLiteral(tag)) return;
      definitions.push({ tag: tag.text, className: elementClass.getText(), moduleDoc });
    },
  };
}

const published = (path) => path.replace(/^\/?src\//, "dist/").replace(/\.ts$/, ".js");

/** Turns every path to a source into that of the published file, at any depth. */
function publishPaths(value) {
  if (Array.isArray(value)) return value.map(publishPaths);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      (key === "path" || key === "module") && typeof inner === "string" ? published(inner) : publishPaths(inner),
    ]),
  );
}

const isPublic = (member) =>
  member.privacy !== "private" && member.privacy !== "protected" && !member.static && !/^[#_]/.test(member.name);

/** Names that every Lit element has, and that say nothing of ours. */
const LIFECYCLE = new Set([
  "render",
  "update",
  "updated",
  "willUpdate",
  "firstUpdated",
  "shouldUpdate",
  "connectedCallback",
  "disconnectedCallback",
  "attributeChangedCallback",
  "createRenderRoot",
  "getUpdateComplete",
  "scheduleUpdate",
  "performUpdate",
  "requestUpdate",
  "formAssociatedCallback",
  "formDisabledCallback",
  "formResetCallback",
  "formStateRestoreCallback",
]);

/** What is wrong with the documentation of one element, as sentences. */
function complaints(tag, declaration) {
  const missing = [];
  const check = (what, item) => {
    if (!item.description && !item.summary && !item.inheritedFrom)
      missing.push(`<${tag}>: ${what} has no description.`);
  };
  check("the element", declaration);
  for (const member of declaration.members) check(`${member.kind} ${member.name}`, member);
  for (const event of declaration.events ?? []) {
    check(`event ${event.name}`, event);
    if (!event.type?.text) missing.push(`<${tag}>: event ${event.name} names no type.`);
  }
  for (const part of declaration.cssParts ?? []) check(`part ${part.name}`, part);
  for (const property of declaration.cssProperties ?? []) check(`CSS property ${property.name}`, property);
  for (const slot of declaration.slots ?? []) check(`slot ${slot.name || "(default)"}`, slot);
  return missing;
}

/** What the entry `.` exports, by name, each with the texts that a type of that name allows. */
function exportsOfEntry(root) {
  const entry = join(root, "src/index.ts");
  const program = ts.createProgram([entry], {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    noLib: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const textsOf = (symbol) => {
    const declared = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const type = checker.getDeclaredTypeOfSymbol(declared);
    return (type.isUnion() ? type.types : [type]).flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
  };
  const symbols = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)));
  return new Map(
    symbols.map((symbol) => [symbol.name, textsOf(symbol)]).toSorted(([a], [b]) => a.localeCompare(b, "en")),
  );
}

/** An attribute holds a text: of a type that has a name, it can spell only the texts. */
function spellOut(attribute, exported) {
  const texts = exported.get(attribute.type?.text) ?? [];
  if (texts.length === 0) return attribute;
  return { ...attribute, type: { text: texts.map((text) => JSON.stringify(text)).join(" | ") } };
}

const ENTRY = "dist/index.js";

/**
 * @param {string} root the folder of the package.
 * @returns {{ manifest: object, elements: object[], problems: string[] }} the manifest; the elements in the order of their
 *   tags, each as its `declaration` and the built `module` that holds its class; and what a reader would miss.
 */
export function analyze(root) {
  const definitions = [];
  const modules = sourceFiles(root).map((file) =>
    ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.ES2022, true),
  );
  const found = create({
    modules,
    plugins: [...litPlugin(), definitionPlugin(definitions)],
    context: { dev: false },
  });
  const exported = exportsOfEntry(root);
  const problems = [];
  const elements = [];
  const entries = [];

  for (const { tag, className, moduleDoc } of definitions) {
    const owner = found.modules.find((module) => module.declarations.some(({ name }) => name === className));
    const declaration = owner?.declarations.find(({ name }) => name === className);
    if (!declaration) {
      problems.push(`<${tag}>: no exported class ${className} was found.`);
      continue;
    }
    declaration.tagName = tag;
    declaration.customElement = true;
    declaration.members = (declaration.members ?? []).filter(
      (member) => isPublic(member) && !(member.kind === "method" && LIFECYCLE.has(member.name)),
    );
    // The analyzer also adds what it sees dispatched, under the name of whatever the event is made from.
    declaration.events = (declaration.events ?? []).filter(({ name }) => name?.includes("-"));
    declaration.attributes = (declaration.attributes ?? [])
      .filter(({ name }) => name)
      .map((attribute) => spellOut(attribute, exported));
    problems.push(...complaints(tag, declaration));
    elements.push({ declaration, module: published(owner.path) });
    const reference = { name: className, module: ENTRY };
    entries.push({
      kind: "javascript-module",
      path: published(moduleDoc.path),
      declarations: [],
      exports: [
        { kind: "js", name: className, declaration: reference },
        { kind: "custom-element-definition", name: tag, declaration: reference },
      ],
    });
  }
  elements.sort((a, b) => a.declaration.tagName.localeCompare(b.declaration.tagName, "en"));

  const whole = {
    kind: "javascript-module",
    path: ENTRY,
    declarations: elements.map(({ declaration }) => declaration),
    exports: [...exported.keys()].map((name) => ({ kind: "js", name, declaration: { name, module: ENTRY } })),
  };
  // The analyzer still writes 1.0.0; what it writes is valid as the later one, too.
  const manifest = { schemaVersion: "2.1.0", modules: [whole, ...entries] };
  return { manifest: publishPaths(manifest), elements: publishPaths(elements), problems };
}
