// Takes out of the templates of Lit what only a reader of the source needs.
import { transform } from "lightningcss";
import MagicString from "magic-string";

const minifyCss = (name, css) => {
  const { code, warnings } = transform({ filename: name, code: Buffer.from(css), minify: true });
  for (const { message } of warnings) throw new Error(`${name}: ${message}`);
  return code.toString();
};

/** A break of line and the indent are one space, or none at the end of a tag: they are never in preformatted text. */
const minifyHtml = (raw) => raw.replace(/\s*\n\s*>/g, ">").replace(/\s*\n\s*/g, " ");

function* taggedTemplates(node) {
  if (Array.isArray(node)) {
    for (const item of node) yield* taggedTemplates(item);
  } else if (typeof node?.type === "string") {
    if (node.type === "TaggedTemplateExpression" && node.tag.type === "Identifier") yield node;
    for (const key of Object.keys(node)) if (typeof node[key] === "object") yield* taggedTemplates(node[key]);
  }
}

/** Which of the tags `css`, `html` and `svg` are shortened is up to the caller. */
export const minifyTemplates = (tags) => ({
  name: "minify-templates",
  transform: {
    filter: { id: { exclude: /node_modules/ }, code: new RegExp(`\\b(?:${tags.join("|")})\``) },
    handler(code, id) {
      const text = new MagicString(code);
      for (const { tag, quasi } of taggedTemplates(this.parse(code))) {
        if (!tags.includes(tag.name)) continue;
        for (const { start, end } of quasi.quasis) {
          const raw = code.slice(start, end);
          const less = tag.name === "css" ? minifyCss(id, raw) : minifyHtml(raw);
          if (less !== raw) text.overwrite(start, end, less);
        }
      }
      return text.hasChanged() ? { code: text.toString(), map: text.generateMap({ hires: true }) } : null;
    },
  },
});
