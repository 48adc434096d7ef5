// Reads the custom elements manifest from the sources: the one description that types, editor data and Storybook share.
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

/** Collects the calls `defineElement("tag", Class)`, which the analyzer does not know by itself. */
function definitionPlugin(definitions) {
  return {
    name: "handoff-define-element",
    analyzePhase({ ts: typescript, node, moduleDoc }) {
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

/**
 * @param {string} root the folder of the package.
 * @returns {{ manifest: object, problems: string[] }} the manifest, with the paths of the published files, holding the
 *   modules of elements alone; and what a reader would miss in it.
 */
export function analyze(root) {
  const definitions = [];
  const modules = sourceFiles(root).map((file) =>
    ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.ES2022, true),
  );
  const manifest = create({
    modules,
    plugins: [...litPlugin(), definitionPlugin(definitions)],
    context: { dev: false },
  });
  const problems = [];
  const kept = new Set();

  for (const { tag, className, moduleDoc } of definitions) {
    const owner = manifest.modules.find((module) => module.declarations.some(({ name }) => name === className));
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
    declaration.attributes = (declaration.attributes ?? []).filter(({ name }) => name);
    moduleDoc.exports = [
      { kind: "custom-element-definition", name: tag, declaration: { name: className, module: owner.path } },
    ];
    kept.add(owner).add(moduleDoc);
    problems.push(...complaints(tag, declaration));
  }

  manifest.modules = manifest.modules.filter((module) => kept.has(module));
  return { manifest: publishPaths(manifest), problems };
}

/** The elements of a manifest, each with its class, in the order of their tags. */
export function elementsOf(manifest) {
  return manifest.modules
    .flatMap((module) => module.declarations.map((declaration) => ({ ...declaration, module: module.path })))
    .filter(({ tagName }) => tagName)
    .toSorted((a, b) => a.tagName.localeCompare(b.tagName, "en"));
}
