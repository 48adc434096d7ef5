import "../../src/define/transfer-json-pane.ts";

let pane;

globalThis.subject = {
  async show(text) {
    pane = document.createElement("transfer-json-pane");
    pane.text = text;
    document.body.append(pane);
    await pane.updateComplete;
  },
  async expandAll() {
    pane.expandAll();
    await pane.updateComplete;
  },
  async search(query) {
    const input = pane.shadowRoot.querySelector("input");
    input.value = query;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await pane.updateComplete;
  },
  nodes: () => pane.shadowRoot.querySelectorAll("*").length,
  outcome: () => pane.shadowRoot.querySelector(".hits")?.textContent ?? "",
};
