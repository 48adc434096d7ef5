// Writes what frameworks and editors want to know of the elements into dist/, all from the manifest.
// The types take a property's type from its class and an event's from HTMLElementEventMap, so that they cannot drift;
// the manifest says only which names there are. Editor data comes from libraries, one of which reads package.json where it
// is started.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { getWebTypesData } from "custom-element-jet-brains-integration";
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from "custom-element-vs-code-integration";

/** For frameworks that render on a server: hooks and elements are for the browser. */
const CLIENT = '"use client";\n';
const HEAD = "// Generated from custom-elements.json by the build.\n";

const pascal = (text) => text.replace(/(?:^|[-.:])(\w)/g, (_, letter) => letter.toUpperCase());
const quote = (text) => JSON.stringify(text);
const oneLine = (text = "") => text.replace(/\s+/g, " ").trim();
const doc = (text, indent = "") => (text ? `${indent}/** ${oneLine(text).replaceAll("*/", "*\\/")} */\n` : "");
const textOf = ({ description, summary }) => description || summary || "";

/** The part of a manifest entry that the outputs need. */
function model({ declaration, module }) {
  const properties = declaration.members.filter(({ kind, readonly }) => kind === "field" && !readonly);
  const names = new Set(properties.map(({ name }) => name));
  return {
    tag: declaration.tagName,
    className: declaration.name,
    module: module.replace(/^dist\//, ""),
    text: textOf(declaration),
    properties,
    // An attribute of the same name as its property is the property, to every framework.
    otherAttributes: declaration.attributes.filter(({ name, fieldName }) => fieldName !== name && !names.has(name)),
    events: declaration.events ?? [],
  };
}

/** What every framework's types are made of. */
function sharedTypes(elements) {
  const imports = elements.map(({ className, module }) => `import type { ${className} } from "../${module}";\n`);
  const blocks = elements.map((element) => {
    const { tag, className, properties, otherAttributes, events, text } = element;
    const picked = properties.map(({ name }) => quote(name)).join(" | ") || "never";
    const attributes = otherAttributes.map(
      (attribute) =>
        doc(textOf(attribute), "  ") +
        `  ${quote(attribute.name)}?: ${attribute.fieldName ? `AttributeOf<${className}[${quote(attribute.fieldName)}]>` : "string"} | undefined;\n`,
    );
    const eventLines = events.map(
      (event) => `${doc(textOf(event), "  ")}  ${quote(event.name)}: EventOf<${quote(event.name)}>;\n`,
    );
    return [
      `/** Properties of \`<${tag}>\`. */\nexport type ${className}Properties = Partial<Pick<${className}, ${picked}>>;\n`,
      `/** Attributes of \`<${tag}>\` that go by another name than their property. */\nexport interface ${className}Attributes {\n${attributes.join("")}}\n`,
      `/** Events of \`<${tag}>\`. */\nexport interface ${className}Events {\n${eventLines.join("")}}\n`,
      {
        map: `${doc(text, "  ")}  ${quote(tag)}: Part<${className}, ${className}Properties, ${className}Attributes, ${className}Events>;\n`,
      },
    ];
  });
  return `${HEAD}import type {} from "../index.js";
${imports.join("")}
/** What an attribute of HTML can say for a property of this type. */
export type AttributeOf<T> =
  | Extract<T, string>
  | (Extract<T, number> extends never ? never : number | \`\${number}\`)
  | (Extract<T, boolean> extends never ? never : boolean | "");

/** The event that goes by this name. */
export type EventOf<Name extends string> = Name extends keyof HTMLElementEventMap ? HTMLElementEventMap[Name] : Event;

export interface Part<Element extends HTMLElement, Properties, Attributes, Events> {
  element: Element;
  properties: Properties;
  attributes: Attributes;
  events: Events;
}

${blocks.flatMap((block) => block.filter((line) => typeof line === "string")).join("\n")}
/** Every element of the package, by its tag. */
export interface HandoffElements {
${blocks.map((block) => block.at(-1).map).join("")}}
`;
}

/** A file that adds the tags to an interface of a framework. */
const augmentation = (elements, { imports, helper, module, open, close, entry }) => `${HEAD}${imports}
import type { HandoffElements } from "./elements.js";

${helper}
declare module ${quote(module)} {
${open}
${elements.map(({ tag, text }) => `${doc(text, "    ")}    ${quote(tag)}: ${entry(tag)};\n`).join("")}${close}
}
`;

const reactTypes = (elements) =>
  augmentation(elements, {
    imports: 'import type { ClassAttributes, HTMLAttributes } from "react";',
    helper: `/** What React 19 takes in JSX: properties, attributes, and events as \`on\` with the event's own name. */
export type ReactProps<Tag extends keyof HandoffElements> = Omit<
  HTMLAttributes<HandoffElements[Tag]["element"]>,
  keyof HandoffElements[Tag]["properties"]
> &
  ClassAttributes<HandoffElements[Tag]["element"]> &
  HandoffElements[Tag]["properties"] &
  HandoffElements[Tag]["attributes"] & {
    [Name in keyof HandoffElements[Tag]["events"] & string as \`on\${Name}\`]?:
      | ((event: HandoffElements[Tag]["events"][Name]) => void)
      | undefined;
  } & { class?: string | undefined; exportparts?: string | undefined };
`,
    module: "react",
    open: "  namespace JSX {\n    interface IntrinsicElements {",
    close: "    }\n  }",
    entry: (tag) => `ReactProps<${quote(tag)}>`,
  });

const vueTypes = (elements) =>
  augmentation(elements, {
    imports:
      'import type { AttributeOf } from "./elements.js";\nimport type { EmitFn, HTMLAttributes, VNodeProps } from "vue";',
    helper: `type Camel<Text extends string> = Text extends \`\${infer Head}-\${infer Tail}\`
  ? \`\${Head}\${Capitalize<Camel<Tail>>}\`
  : Text;

type Listener<Events, Name extends keyof Events> = ((event: Events[Name]) => void) | undefined;

/** To Vue's checker \`poll-interval="5000"\` is a text for the property; in the page it is an attribute. */
type OrText<Properties> = { [Name in keyof Properties]: Properties[Name] | AttributeOf<NonNullable<Properties[Name]>> };

/** What Vue takes in a template: properties, attributes, and listeners. */
export type VueProps<Tag extends keyof HandoffElements> = Omit<
  HTMLAttributes,
  keyof HandoffElements[Tag]["properties"]
> &
  VNodeProps &
  OrText<HandoffElements[Tag]["properties"]> &
  HandoffElements[Tag]["attributes"] & {
    [Name in keyof HandoffElements[Tag]["events"] & string as \`on\${Capitalize<Camel<Name>>}\`]?: Listener<
      HandoffElements[Tag]["events"],
      Name
    >;
  };

/** A custom element as Vue's template checker sees a component. */
export type VueElement<Tag extends keyof HandoffElements> = new () => {
  $props: VueProps<Tag>;
  $emit: EmitFn<{
    [Name in keyof HandoffElements[Tag]["events"]]: (event: HandoffElements[Tag]["events"][Name]) => void;
  }>;
  $slots: {};
};
`,
    module: "vue",
    open: "  interface GlobalComponents {",
    close: "  }",
    entry: (tag) => `VueElement<${quote(tag)}>`,
  });

const svelteTypes = (elements) =>
  augmentation(elements, {
    imports: 'import type { HTMLAttributes } from "svelte/elements";',
    helper: `/** What Svelte takes in markup: properties, attributes, and events as \`onname\` (5) or \`on:name\` (4). */
export type SvelteProps<Tag extends keyof HandoffElements> = Omit<
  HTMLAttributes<HandoffElements[Tag]["element"]>,
  keyof HandoffElements[Tag]["properties"]
> &
  HandoffElements[Tag]["properties"] &
  HandoffElements[Tag]["attributes"] & {
    [Name in keyof HandoffElements[Tag]["events"] & string as \`on\${Name}\` | \`on:\${Name}\`]?:
      | ((event: HandoffElements[Tag]["events"][Name]) => void)
      | undefined;
  };
`,
    module: "svelte/elements",
    open: "  interface SvelteHTMLElements {",
    close: "  }",
    entry: (tag) => `SvelteProps<${quote(tag)}>`,
  });

const solidTypes = (elements) =>
  augmentation(elements, {
    imports: 'import type { JSX as SolidJSX } from "solid-js";',
    helper: `/** What is left of properties: of a plain name in JSX Solid makes lower case, and so another property. */
type InLowerCase<Properties> = {
  [Name in keyof Properties as Name extends Lowercase<Name & string> ? Name : never]: Properties[Name];
};

/**
 * What Solid takes in JSX: properties as \`prop:\`, and plain where their name has no capital; attributes, plain or as
 * \`attr:\`; and events as \`on:name\`.
 */
export type SolidProps<Tag extends keyof HandoffElements> = Omit<
  SolidJSX.HTMLAttributes<HandoffElements[Tag]["element"]>,
  keyof HandoffElements[Tag]["properties"]
> &
  InLowerCase<HandoffElements[Tag]["properties"]> &
  HandoffElements[Tag]["attributes"] & {
    [Name in keyof HandoffElements[Tag]["properties"] & string as \`prop:\${Name}\`]?: HandoffElements[Tag]["properties"][Name];
  } & {
    [Name in keyof HandoffElements[Tag]["attributes"] & string as \`attr:\${Name}\`]?: HandoffElements[Tag]["attributes"][Name];
  } & {
    [Name in keyof HandoffElements[Tag]["events"] & string as \`on:\${Name}\`]?:
      | ((event: HandoffElements[Tag]["events"][Name]) => void)
      | undefined;
  };
`,
    module: "solid-js",
    open: "  namespace JSX {\n    interface IntrinsicElements {",
    close: "    }\n  }",
    entry: (tag) => `SolidProps<${quote(tag)}>`,
  });

/** A React component for one tag: needed by React 18, and by whoever prefers a component to a tag in 19. */
function reactComponent({ tag, className, module, events, text }) {
  const component = pascal(tag);
  const handlers = events.map((event) => ({ prop: `on${pascal(event.name)}`, name: event.name, text: textOf(event) }));
  const js = `${CLIENT}${HEAD}import * as react from "react";
import { createComponent } from "./create-component.js";
import { ${className} as elementClass } from "../${module}";
import "../define/${tag}.js";

${doc(text)}export const ${component} = /* @__PURE__ */ createComponent({
  react,
  tagName: ${quote(tag)},
  elementClass,
  displayName: ${quote(component)},
  events: {
${handlers.map(({ prop, name }) => `    ${prop}: ${quote(name)},\n`).join("")}  },
});
`;
  const types = `${HEAD}import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from "react";
import type { ${className} as Element } from "../${module}";
import type { EventOf, ${className}Properties } from "../types/elements.js";

export interface ${component}Props
  extends Omit<HTMLAttributes<Element>, keyof ${className}Properties>, ${className}Properties {
${handlers.map(({ prop, name, text: about }) => `${doc(about, "  ")}  ${prop}?: ((event: EventOf<${quote(name)}>) => void) | undefined;\n`).join("")}}

${doc(text)}export declare const ${component}: ForwardRefExoticComponent<${component}Props & RefAttributes<Element>>;
`;
  return { js, types };
}

/** The description of a tag lists no custom properties: it would give each without a default as "undefined". */
const EDITORS = { hideCssPropertiesDocs: true, hideLogs: true };

/**
 * @param {{ manifest: object, elements: object[] }} analysis
 * @param {{ root: string, dist: string }} places
 */
export function generate({ manifest, elements: found }, { root, dist }) {
  const elements = found.map(model);
  const write = (path, content) => {
    const file = join(dist, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`);
  };

  write("custom-elements.json", manifest);
  write("vscode.html-custom-data.json", JSON.parse(getVsCodeHtmlCustomData(manifest, EDITORS)));
  write("vscode.css-custom-data.json", JSON.parse(getVsCodeCssCustomData(manifest, EDITORS)));
  write("web-types.json", JSON.parse(getWebTypesData(manifest, EDITORS)));

  const types = {
    elements: sharedTypes(elements),
    react: reactTypes(elements),
    vue: vueTypes(elements),
    svelte: svelteTypes(elements),
    solid: solidTypes(elements),
  };
  for (const [name, content] of Object.entries(types)) {
    write(`types/${name}.d.ts`, content);
    // A host may import its framework's types without `type`: that must resolve at run time too.
    write(`types/${name}.js`, "export {};\n");
  }

  for (const element of elements) {
    const { js, types: declarations } = reactComponent(element);
    write(`react/${element.tag}.js`, js);
    write(`react/${element.tag}.d.ts`, declarations);
  }
  // By name: a module for the client may not have `export *`.
  const reexports = (more) =>
    elements
      .map(({ tag }) => `export { ${[pascal(tag), ...more(pascal(tag))].join(", ")} } from "./react/${tag}.js";\n`)
      .join("");
  write("react.js", CLIENT + HEAD + reexports(() => []));
  write("react.d.ts", HEAD + reexports((name) => [`type ${name}Props`]));
  // A copy, since as a dependency it would bring React's types to hosts that have no React.
  cpSync(join(root, "node_modules/@lit/react/create-component.js"), join(dist, "react/create-component.js"));
  const copied = readFileSync(join(dist, "react/create-component.js"), "utf8").replace(
    /\n\/\/# sourceMappingURL=.*/,
    "",
  );
  write("react/create-component.js", copied);
}
