import { expect } from "@open-wc/testing";
import { buttonIn, focused, makePane, press, root, row, rows, settled, texts } from "./support.js";

const sample = { b: 1, a: { "x.y": [true, null] }, list: ["one", "two"], s: "text" };

describe("<transfer-json-pane> tree", () => {
  it("shows the root's children at first", async () => {
    const pane = await makePane({ value: sample });
    expect(texts(pane)).to.deep.equal(["{ 4 members }", "b: 1", "a: { 1 member }", "list: [ 2 items ]", 's: "text"']);
  });

  it("opens as deep as asked", async () => {
    expect(texts(await makePane({ value: sample, expandDepth: 0 }))).to.deep.equal(["{ 4 members }"]);
    expect(texts(await makePane({ value: sample, expandDepth: 2 })).length).to.equal(8);
  });

  it("shows text true to its digits, order and repeated names", async () => {
    const pane = await makePane({
      text: '{"z":12345678901234567890,"a":1e400,"m":-0,"z":1.10}',
      value: { ignored: true },
    });
    expect(texts(pane)).to.deep.equal(["{ 4 members }", "z: 12345678901234567890", "a: 1e400", "m: -0", "z: 1.10"]);
    expect(rows(pane)[4]!.textContent).to.contain("repeated name");
  });

  it("takes a string as a string", async () => {
    expect(texts(await makePane({ value: '{"a":1}' }))).to.deep.equal(['"{"a":1}"']);
  });

  it("sets each level further in, down to the fortieth", async () => {
    const deep = JSON.stringify({ end: 1 });
    const text = '{"k":'.repeat(44) + deep + "}".repeat(44);
    const pane = await makePane({ text, expandDepth: 60 });
    root(pane).querySelector<HTMLElement>(".scroller")!.style.maxBlockSize = "none";
    await settled(pane);
    const starts = rows(pane).map((one) => one.querySelector(".key, .value")!.getBoundingClientRect().left);
    const steps = starts.slice(2).map((start, index) => Math.round(start - starts[index + 1]!));
    expect(steps.slice(0, 39).every((step) => step === 16)).to.equal(true, steps.join(" "));
    expect(steps.slice(39).every((step) => step === 0)).to.equal(true, steps.join(" "));
  });

  it("tells assistive technology levels and places", async () => {
    const pane = await makePane({ value: sample, expandDepth: 2 });
    const item = row(pane, "x.y");
    expect(item.getAttribute("aria-level")).to.equal("3");
    expect(item.getAttribute("aria-posinset")).to.equal("1");
    expect(item.getAttribute("aria-setsize")).to.equal("1");
    expect(item.getAttribute("aria-expanded")).to.equal("false");
    expect(row(pane, "b").hasAttribute("aria-expanded")).to.equal(false);
    expect(item.getAttribute("aria-label")).to.equal("x.y: [ 2 items ]");
  });

  it("is one stop for Tab, with arrows inside", async () => {
    const pane = await makePane({ value: sample });
    expect(root(pane).querySelectorAll("[role=treeitem][tabindex='0']").length).to.equal(1);
    pane.focus();
    expect(focused(pane)).to.equal("root");
    await press(pane, "ArrowDown", "ArrowDown");
    expect(focused(pane)).to.equal("a");
    await press(pane, "ArrowRight");
    expect(row(pane, "a").getAttribute("aria-expanded")).to.equal("true");
    expect(focused(pane)).to.equal("a");
    await press(pane, "ArrowRight");
    expect(focused(pane)).to.equal("x.y");
    await press(pane, "ArrowLeft");
    expect(focused(pane)).to.equal("a");
    await press(pane, "ArrowLeft");
    expect(row(pane, "a").getAttribute("aria-expanded")).to.equal("false");
    await press(pane, "End");
    expect(focused(pane)).to.equal("s");
    await press(pane, "Home");
    expect(focused(pane)).to.equal("root");
    await press(pane, "l");
    expect(focused(pane)).to.equal("list");
    await press(pane, "Enter");
    expect(row(pane, "list").getAttribute("aria-expanded")).to.equal("true");
  });

  it("opens all siblings with *", async () => {
    const pane = await makePane({ value: sample });
    pane.focus();
    await press(pane, "ArrowDown", "*");
    expect(texts(pane).length).to.equal(8);
  });

  it("opens and closes everything", async () => {
    const pane = await makePane({ value: sample });
    buttonIn(root(pane), "Expand all").click();
    await settled(pane);
    expect(texts(pane).length).to.equal(10);
    buttonIn(root(pane), "Collapse all").click();
    await settled(pane);
    expect(texts(pane).length).to.equal(5);
  });

  it("cuts long strings, and shows all of one in its place", async () => {
    const long = `${"word ".repeat(300)}end`;
    const pane = await makePane({ value: { long, after: 1 } });
    expect(texts(pane)[1]!.length).to.be.lessThan(320);
    buttonIn(row(pane, "long"), "Show all 1,503").click();
    await settled(pane);
    const shown = [...root(pane).querySelectorAll(".row.long .value")].map((line) => line.textContent).join("");
    expect(shown).to.equal(long);
    buttonIn(row(pane, "long"), "Show less").click();
    await settled(pane);
    expect(root(pane).querySelectorAll(".row.long").length).to.equal(0);
  });

  it("wraps a long string to other lines in another width, with no error of the window", async () => {
    const pane = await makePane({ value: { long: "word ".repeat(160) } }, "inline-size: 700px");
    buttonIn(row(pane, "long"), "Show all 800").click();
    await settled(pane);
    const lines = () => root(pane).querySelectorAll(".row.long").length;
    const wide = lines();
    pane.style.inlineSize = "500px";
    await settled(pane);
    expect(lines()).to.be.greaterThan(wide);
    pane.style.inlineSize = "700px";
    await settled(pane);
    expect(lines()).to.equal(wide);
  });

  it("links web addresses and nothing else", async () => {
    const pane = await makePane({
      value: {
        ok: "https://a.test/x?y=1",
        script: "javascript:alert(1)",
        data: "data:text/html,x",
        part: "see https://a.test",
      },
    });
    const links = [...root(pane).querySelectorAll("a")];
    expect(links.map((link) => link.getAttribute("href"))).to.deep.equal(["https://a.test/x?y=1"]);
    expect(links[0]!.rel).to.equal("noreferrer noopener");
  });

  it("explains moments on hover", async () => {
    const pane = await makePane({
      value: { iso: "2026-11-21T02:04:10Z", epoch: 1795226650, plain: 42, local: "2026-11-21" },
    });
    const title = (key: string): string => row(pane, key).querySelector(".value")!.getAttribute("title") ?? "";
    expect(title("iso")).to.contain("2026");
    expect(title("epoch")).to.contain("2026");
    expect(title("plain")).to.equal("");
    expect(title("local")).to.equal("");
  });

  it("writes what could mislead the eye as escapes", async () => {
    const pane = await makePane({ value: { a: "x\u202ey\n\u0000z", "k\u200bey": 1 } });
    expect(texts(pane)[1]).to.equal('a: "x\\u202ey\\n\\u0000z"');
    expect(texts(pane)[2]).to.equal("k\\u200bey: 1");
  });

  it("treats markup as text", async () => {
    const pane = await makePane({ value: { "<img src=x onerror=alert(1)>": "<script>alert(1)</script>" } });
    expect(root(pane).querySelector("img, script")).to.equal(null);
  });

  it("warns about bad properties and throws nothing", async () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (message: string) => void warnings.push(message);
    try {
      const pane = await makePane({ value: sample });
      for (const bad of [42, {}, [], true]) {
        pane.text = bad as unknown as string;
        pane.redact = bad as unknown as () => boolean;
        pane.expandDepth = -1;
        await settled(pane);
      }
      expect(texts(pane)[0]).to.equal("{ 4 members }");
    } finally {
      console.warn = warn;
    }
    expect(warnings.some((message) => message.includes("expand-depth"))).to.equal(true);
  });

  it("shows anything", async () => {
    const circular: Record<string, unknown> = {};
    circular["self"] = circular;
    for (const value of [
      undefined,
      null,
      0,
      "",
      [],
      {},
      circular,
      Symbol("x"),
      () => 1,
      new Map(),
      new Proxy(
        {},
        {
          ownKeys() {
            throw new Error("no");
          },
        },
      ),
    ]) {
      const pane = await makePane({ value });
      expect(rows(pane).length).to.be.greaterThan(0);
    }
  });
});
