import { expect } from "@open-wc/testing";
import type { TransferExportEvent } from "../../../src/events/export-event.js";
import { until } from "../../support/until.js";
import { invalid, valid } from "../../domain/json/documents.js";
import { buttonIn, find, focused, hits, makePane, press, root, row, settled, texts } from "./support.js";

async function copied(act: () => void): Promise<string> {
  const clipboard = navigator.clipboard;
  let text = "";
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: { writeText: async (given: string) => void (text = given) },
  });
  act();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: clipboard });
  return text;
}

function rawLines(pane: Element): string[] {
  return [...pane.shadowRoot!.querySelectorAll(".row.raw")].map((line) =>
    line.textContent!.trim().replaceAll(/\s+/g, " "),
  );
}

describe("<transfer-json-pane> views", () => {
  it("shows raw text with its own spelling", async () => {
    const pane = await makePane({ text: '{"b":1.10,"\\u0061":["\\u00e9",{}],"b":-0}' });
    buttonIn(root(pane), "Raw").click();
    await settled(pane);
    expect(rawLines(pane)).to.deep.equal(["{", '"b": 1.10,', '"\\u0061": [', '"\\u00e9",', "{}", "],", '"b": -0', "}"]);
  });

  it("copies values, paths and the whole", async () => {
    const pane = await makePane({ text: '{"a.b":{"list":["x",2.50]},"s":"line\\nbreak"}', expandDepth: 9 });
    pane.focus();
    await press(pane, "s");
    const act = (name: string) => () => buttonIn(root(pane).activeElement!, name).click();
    expect(await copied(act("Copy value"))).to.equal("line\nbreak");
    await press(pane, "Home", "l");
    expect(await copied(act("Copy path"))).to.equal("$['a.b'].list");
    expect(await copied(act("Copy value"))).to.equal('[\n  "x",\n  2.50\n]');
    await settled(pane);
    expect(root(pane).querySelector("[role=status]")!.textContent).to.equal("Value copied");
    await press(pane, "ArrowDown", "ArrowDown");
    expect(await copied(act("Copy path"))).to.equal("$['a.b'].list[1]");
    expect(await copied(() => buttonIn(root(pane), "Copy all").click())).to.equal(
      '{\n  "a.b": {\n    "list": [\n      "x",\n      2.50\n    ]\n  },\n  "s": "line\\nbreak"\n}',
    );
  });

  it("says so when the clipboard is out of reach", async () => {
    const pane = await makePane({ value: 1 });
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
    buttonIn(root(pane), "Copy all").click();
    await settled(pane);
    delete (navigator as { clipboard?: unknown }).clipboard;
    expect(root(pane).querySelector("[role=status]")!.textContent).to.equal("Could not copy");
  });

  it("gives its file to a host that takes it, and says which file is under way", async () => {
    const pane = await makePane({ text: '{"a":1.50}', label: "Provider data" });
    const file = new Promise<TransferExportEvent>((resolve) => {
      document.addEventListener(
        "transfer-export",
        (event) => {
          event.preventDefault();
          resolve(event as TransferExportEvent);
        },
        { once: true },
      );
    });
    buttonIn(root(pane), "Download").click();
    const { filename, blob } = await file;
    expect([filename, blob.type, await blob.text()]).to.deep.equal([
      "provider-data.json",
      "application/json",
      '{\n  "a": 1.50\n}',
    ]);
    await settled(pane);
    const toast = root(pane).querySelector(".toast")!;
    expect(toast.textContent).to.equal("");
    // Nobody takes this one.
    pane.addEventListener("transfer-export", () => (HTMLAnchorElement.prototype.click = () => undefined), {
      once: true,
    });
    const { click } = HTMLAnchorElement.prototype;
    try {
      buttonIn(root(pane), "Download").click();
      await until(() => toast.textContent !== "");
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(toast.textContent).to.equal("Downloading provider-data.json");
  });

  it("leaves the keys of an input method to it", async () => {
    const pane = await makePane({ value: { a: "needle", b: "needle" } });
    await find(pane, "needle");
    const before = hits(pane);
    for (const key of ["Enter", "Escape"]) {
      for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
        const init = { key, ...composing, bubbles: true, composed: true, cancelable: true };
        root(pane).querySelector("input")!.dispatchEvent(new KeyboardEvent("keydown", init));
        await settled(pane);
        expect(hits(pane), key).to.equal(before);
      }
    }
  });

  it("finds in keys and values, and opens what hides a hit", async () => {
    const pane = await makePane({ value: { a: { b: { needle: 1 } }, c: ["x", { d: "a Needle here" }] } });
    await find(pane, "needle");
    expect(hits(pane)).to.equal("1 of 2");
    expect(texts(pane)).to.include("needle: 1");
    expect(root(pane).querySelector("mark")!.textContent).to.equal("needle");
    buttonIn(root(pane), "Next match").click();
    await settled(pane);
    expect(hits(pane)).to.equal("2 of 2");
    expect(row(pane, "d").classList.contains("hit")).to.equal(true);
    buttonIn(root(pane), "Next match").click();
    await settled(pane);
    expect(hits(pane)).to.equal("1 of 2");
    buttonIn(root(pane), "Previous match").click();
    await settled(pane);
    expect(hits(pane)).to.equal("2 of 2");
    expect(focused(pane)).to.equal(undefined);
    await find(pane, "zzz");
    expect(hits(pane)).to.equal("0");
  });

  it("says where a text breaks, and shows it", async () => {
    const pane = await makePane({ text: '{\n  "a": 1,\n  "b": tru\n}' });
    expect(root(pane).querySelector(".note-line")!.textContent).to.contain("line 3, column 8");
    expect(rawLines(pane)).to.deep.equal(["{", '"a": 1,', '"b": tru', "}"]);
    expect(root(pane).querySelector(".at-break")!.textContent!.trim()).to.equal('"b": tru');
    await find(pane, "tru");
    expect(hits(pane)).to.equal("1 of 1");
  });

  it("takes every text of the suite, and shows its values true to it", async () => {
    const pane = await makePane({});
    for (const text of [...valid, ...invalid]) {
      pane.text = text;
      await pane.updateComplete;
      expect(root(pane).querySelector(".canvas .row"), text).to.exist;
    }
    expect(texts(pane)).to.deep.equal([]);
    for (const digits of valid.filter((text) => /^-?\d[\d.eE+-]*$/.test(text))) {
      pane.text = digits;
      await pane.updateComplete;
      expect(texts(pane)).to.deep.equal([digits]);
    }
  });

  it("goes back from broken to whole", async () => {
    const pane = await makePane({ text: "{oops" });
    pane.text = '{"a":1}';
    await settled(pane);
    expect(texts(pane)).to.deep.equal(["{ 1 member }", "a: 1"]);
    pane.text = undefined;
    pane.value = [1];
    await settled(pane);
    expect(texts(pane)).to.deep.equal(["[ 1 item ]", "0: 1"]);
  });

  for (const scheme of ["light", "dark"]) {
    it(`is accessible in ${scheme}`, async () => {
      const pane = await makePane(
        {
          value: { a: 1, s: "x", b: null, token: "x", list: [{}], url: "https://a.test/", at: "2026-11-21T02:04:10Z" },
          label: "Data",
          expandDepth: 3,
        },
        `color-scheme: ${scheme}`,
      );
      await find(pane, "a");
      for (let view = 0; view < 2; view++) {
        await expect(pane).to.be.accessible();
        buttonIn(root(pane), "Raw").click();
        await settled(pane);
      }
      pane.text = '{"token": "x", oops';
      await settled(pane);
      await expect(pane).to.be.accessible();
    });
  }
});
