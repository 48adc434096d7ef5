import "@alenaksu/json-viewer";

let viewer;

globalThis.subject = {
  async show(text) {
    viewer = document.createElement("json-viewer");
    viewer.data = JSON.parse(text);
    document.body.append(viewer);
    await viewer.updateComplete;
  },
  async expandAll() {
    viewer.expandAll();
    await viewer.updateComplete;
  },
  async search(query) {
    const found = viewer.search(query);
    found.next();
    await viewer.updateComplete;
  },
  nodes: () => viewer.shadowRoot.querySelectorAll("*").length,
  outcome: () => "",
};
