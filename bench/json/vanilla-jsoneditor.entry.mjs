import { createJSONEditor } from "vanilla-jsoneditor";

let editor;
let target;

const rest = () => new Promise((resolve) => setTimeout(resolve, 50));

globalThis.subject = {
  async show(text) {
    target = document.createElement("div");
    target.style.height = "400px";
    document.body.append(target);
    editor = createJSONEditor({ target, props: { content: { text }, mode: "tree" } });
    await rest();
  },
  async expandAll() {
    editor.expand([], () => true);
    await rest();
  },
  async search(query) {
    [...target.querySelectorAll("button")].find((button) => /search/i.test(button.title))?.click();
    await rest();
    const input = target.querySelector(".jse-search-input");
    input.value = query;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    // It waits for the typing to stop, then searches in slices.
    await new Promise((resolve) => setTimeout(resolve, 1500));
  },
  nodes: () => target.querySelectorAll("*").length,
  outcome: () => target.querySelector(".jse-search-count")?.textContent ?? "",
};
