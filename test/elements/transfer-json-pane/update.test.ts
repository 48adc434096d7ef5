import { expect } from "@open-wc/testing";
import { buttonIn, find, focused, hits, makePane, press, root, row, rows, settled, texts } from "./support.js";

const at = (tick: number): object => ({
  tick,
  nested: { deep: { tick, name: "x" }, other: tick % 2 },
  list: Array.from({ length: 200 }, (_, id) => ({ id, tick })),
  last: "end",
});

describe("<transfer-json-pane> updated", () => {
  it("keeps what is open, focused and found", async () => {
    const pane = await makePane({ value: at(0) });
    pane.focus();
    await press(pane, "n", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
    expect(focused(pane)).to.equal("tick");
    const element = root(pane).activeElement;
    for (let tick = 1; tick < 5; tick++) {
      pane.value = at(tick);
      await settled(pane);
      expect(focused(pane)).to.equal("tick");
      expect(root(pane).activeElement).to.equal(element);
      expect(texts(pane)).to.include(`tick: ${tick}`);
    }
    await find(pane, "name");
    expect(hits(pane)).to.equal("1 of 1");
    pane.value = at(9);
    await settled(pane);
    expect(hits(pane)).to.equal("1 of 1");
  });

  it("keeps the place when rows come in above", async () => {
    const pane = await makePane({ value: at(0) });
    pane.expandAll();
    await settled(pane);
    const scroller = root(pane).querySelector<HTMLElement>(".scroller")!;
    scroller.scrollTop = 4000;
    scroller.dispatchEvent(new Event("scroll"));
    await settled(pane);
    const middle = (): string => {
      const box = scroller.getBoundingClientRect();
      return root(pane)
        .elementFromPoint(box.left + 60, box.top + 100)!
        .closest(".row")!
        .getAttribute("aria-label")!;
    };
    const before = middle();
    pane.value = { added: { a: 1, b: 2 }, ...at(0) };
    await settled(pane);
    expect(middle()).to.equal(before);
  });

  it("keeps a text selection", async () => {
    const pane = await makePane({ value: at(0) });
    const node = row(pane, "last").querySelector(".value")!;
    const selection = getSelection()!;
    selection.setBaseAndExtent(node, 0, node, node.childNodes.length);
    const selected = String(selection);
    expect(selected).not.to.equal("");
    pane.value = at(1);
    await settled(pane);
    expect(node.isConnected).to.equal(true);
    expect(String(selection)).to.equal(selected);
    selection.removeAllRanges();
  });

  it("keeps the focus where the host closes its roots", async () => {
    const attach = HTMLElement.prototype.attachShadow;
    HTMLElement.prototype.attachShadow = function (options) {
      return attach.call(this, { ...options, mode: "closed" });
    };
    const pane = document.createElement("transfer-json-pane");
    try {
      pane.value = { a: 1, b: 2, c: 3 };
      document.body.append(pane);
      await settled(pane);
    } finally {
      HTMLElement.prototype.attachShadow = attach;
    }
    const inside = pane.renderRoot as ShadowRoot;
    expect(pane.shadowRoot).to.equal(null);
    pane.focus();
    await press(pane, "End");
    expect(inside.activeElement?.getAttribute("aria-label")).to.equal("c: 3");
    pane.value = { a: 1, b: 2 };
    await settled(pane);
    expect(inside.activeElement?.getAttribute("role")).to.equal("treeitem");
    pane.remove();
  });

  it("goes to the nearest row when the focused one is gone", async () => {
    const pane = await makePane({ value: { a: { b: { c: 1 } } }, expandDepth: 9 });
    pane.focus();
    await press(pane, "End");
    expect(focused(pane)).to.equal("c");
    pane.value = { a: { b: {} } };
    await settled(pane);
    expect(focused(pane)).to.equal("b");
    pane.value = 5;
    await settled(pane);
    expect(focused(pane)).to.equal("root");
  });

  it("keeps the focused row in the DOM when it is scrolled away", async () => {
    const pane = await makePane({ value: at(0), expandDepth: 2 });
    pane.focus();
    await press(pane, "ArrowDown");
    const element = root(pane).activeElement;
    const scroller = root(pane).querySelector<HTMLElement>(".scroller")!;
    for (const top of [3000, 2000, 0]) {
      scroller.scrollTop = top;
      await settled(pane);
      expect(root(pane).activeElement).to.equal(element);
    }
  });

  it("goes on after it was moved", async () => {
    const pane = await makePane({ value: at(0) });
    buttonIn(root(pane), "Expand all").click();
    await settled(pane);
    const count = rows(pane).length;
    const other = document.createElement("div");
    document.body.append(other);
    other.append(pane);
    await settled(pane);
    expect(rows(pane).length).to.equal(count);
    other.remove();
    pane.value = at(3);
    document.body.append(pane);
    await settled(pane);
    expect(texts(pane)).to.include("tick: 3");
    pane.remove();
  });

  it("stays small in the DOM, whatever is open", async () => {
    const wide = Array.from({ length: 20_000 }, (_, id) => ({ id, name: `row ${id}`, tags: ["a", "b"] }));
    const pane = await makePane({ value: wide });
    pane.expandAll();
    await settled(pane);
    expect(root(pane).querySelectorAll("*").length).to.be.lessThan(1000);
    pane.focus();
    await press(pane, "End");
    expect(focused(pane)).to.equal("1");
    expect(rows(pane).length).to.be.lessThan(60);
  });

  it("scrolls to the end of more rows than a browser can lay out", async () => {
    const many = `[${Array.from({ length: 600_000 }, (_, id) => id).join(",")}]`;
    const pane = await makePane({ text: many });
    pane.focus();
    await press(pane, "End");
    expect(focused(pane)).to.equal("599999");
    const box = root(pane).querySelector(".scroller")!.getBoundingClientRect();
    const item = (root(pane).activeElement as HTMLElement).getBoundingClientRect();
    expect(item.bottom).to.be.within(box.top, box.bottom + 1);
    await press(pane, "ArrowUp", "Home");
    expect(focused(pane)).to.equal("root");
  });
});
