import { expect } from "@open-wc/testing";
import { resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { cellOf, rowsOf, shown, tableOn } from "../../support/table.js";

/** A web component of a host's, with a button or a field that nobody outside sees. */
function define(tag: string, content: string, options: ShadowRootInit, formAssociated = false): void {
  customElements.define(
    tag,
    class extends HTMLElement {
      static formAssociated = formAssociated;
      readonly inside: HTMLElement;
      constructor() {
        super();
        const root = this.attachShadow(options);
        root.innerHTML = content;
        this.inside = root.querySelector<HTMLElement>("button, input, span")!;
        this.inside.addEventListener("click", () => this.dispatchEvent(new Event("pressed")));
      }
      override focus(): void {
        this.inside.focus();
      }
    },
  );
}

define("x-open-button", "<button>Press</button>", { mode: "open" });
define("x-closed-button", "<button>Press</button>", { mode: "closed" });
define("x-open-field", "<input aria-label=Note>", { mode: "open" });
define("x-closed-field", "<input aria-label=Note>", { mode: "closed", delegatesFocus: true });
define("x-form-button", "<span>Press</span>", { mode: "closed" }, true);
define("x-badge", "<span>Gold</span>", { mode: "open" });

interface Seen {
  opened: number;
  selected: number;
  pressed: number;
}

async function tableWith(markup: string) {
  const { table } = await tableOn(new ScriptedSource([wireRow("a"), wireRow("b")]));
  const seen: Seen = { opened: 0, selected: 0, pressed: 0 };
  table.addEventListener("transfer-session-open", (event) => {
    event.preventDefault();
    seen.opened++;
  });
  table.addEventListener("transfer-selection-change", () => seen.selected++);
  const boxes = new Map<string, HTMLElement>();
  table.columns = [
    {
      id: "own",
      label: "Own",
      width: 240,
      value: () => "",
      render: ({ id }) => {
        const box = boxes.get(id) ?? document.createElement("div");
        if (boxes.has(id)) return box;
        boxes.set(id, box);
        box.innerHTML = markup;
        box.firstElementChild!.addEventListener("pressed", () => seen.pressed++);
        return box;
      },
    },
  ];
  table.view = { columns: ["own", "contact", "actions"] };
  await shown(table);
  const control = cellOf(rowsOf(table)[0]!, "own").querySelector<HTMLElement>("div > *")!;
  return { table, seen, control };
}

async function clickOn(control: HTMLElement): Promise<void> {
  const { left, top, width, height } = control.getBoundingClientRect();
  await sendMouse({ type: "click", position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
}

async function press(table: TransferSessionsTable, key: string): Promise<void> {
  await sendKeys({ press: key });
  await shown(table);
}

const hasFocus = (table: HTMLElement, element: Element | null) => table.shadowRoot!.activeElement === element;

const CLICKED: Readonly<Record<string, string>> = {
  "a select": "<select size=2><option>1</option></select>",
  "a textarea": "<textarea>text</textarea>",
  "what can be edited": "<p contenteditable>text</p>",
  "a summary": "<details><summary>More</summary>text</details>",
  "a label": "<label>Label</label>",
  "what takes focus": "<p tabindex=0>text</p>",
  "a button": "<button>Press</button>",
  "a button of a web component": "<x-open-button></x-open-button>",
  "a button behind a closed root": "<x-closed-button></x-closed-button>",
  "a field of a web component": "<x-open-field></x-open-field>",
  "a field behind a closed root": "<x-closed-field></x-closed-field>",
  "a web component that is part of forms": "<x-form-button></x-form-button>",
};

describe("transfer-sessions-table: controls of the host in a cell", () => {
  afterEach(() => resetMouse());

  for (const [name, markup] of Object.entries(CLICKED)) {
    it(`leaves a click on ${name} to the host`, async () => {
      const { seen, control } = await tableWith(markup);
      await clickOn(control.querySelector("summary") ?? control);
      expect(seen.opened).to.equal(0);
      if (control.matches("x-open-button, x-closed-button, x-form-button")) expect(seen.pressed).to.equal(1);
    });
  }

  it("leaves a click to the host that has dealt with it, and what is open in a cell", async () => {
    const { seen, control } = await tableWith("<p>text</p>");
    control.addEventListener("click", (event) => event.preventDefault());
    await clickOn(control);
    expect(seen.opened).to.equal(0);
    const { seen: other, control: popover } = await tableWith("<div popover>a menu of the host's</div>");
    popover.showPopover();
    await clickOn(popover);
    expect(other.opened).to.equal(0);
  });

  it("opens the session from what is only shown, also by a web component", async () => {
    for (const markup of ["<p>text</p>", "<x-badge></x-badge>", "<p contenteditable=false>text</p>"]) {
      const { seen, control } = await tableWith(markup);
      await clickOn(control);
      expect(seen.opened, markup).to.equal(1);
    }
  });

  for (const tag of ["x-open-button", "x-closed-button"]) {
    it(`lets Enter and Space press the button of ${tag}`, async () => {
      const { table, seen, control } = await tableWith(`<${tag}></${tag}>`);
      control.focus();
      await press(table, "Enter");
      await press(table, "Space");
      expect(seen).to.deep.equal({ opened: 0, selected: 0, pressed: 2 });
    });
  }

  for (const tag of ["x-open-field", "x-closed-field"]) {
    it(`leaves what is typed into ${tag} there`, async () => {
      const { table, seen, control } = await tableWith(`<${tag}></${tag}>`);
      control.focus();
      await sendKeys({ type: "call a/c now" });
      await press(table, "Home");
      await press(table, "ArrowRight");
      await sendKeys({ type: "!" });
      await press(table, "Enter");
      await shown(table);
      expect((control as HTMLElement & { inside: HTMLInputElement }).inside.value).to.equal("c!all a/c now");
      expect(seen).to.deep.equal({ opened: 0, selected: 0, pressed: 0 });
      expect(table.view.text ?? "").to.equal("");
      expect(hasFocus(table, control)).to.equal(true);
    });
  }

  it("leaves the keys of a select, of what can be edited and of a summary to the host", async () => {
    for (const [markup, selector] of <[string, string][]>[
      ["<select><option>apples</option><option>cherries</option></select>", "select"],
      ["<p contenteditable>text</p>", "p"],
      ["<details><summary>More</summary>text</details>", "summary"],
      ["<p tabindex=0>text</p>", "p"],
    ]) {
      const { table, seen, control } = await tableWith(markup);
      const focused = control.matches(selector) ? control : control.querySelector<HTMLElement>(selector)!;
      focused.focus();
      expect(hasFocus(table, focused), `focus of ${markup}`).to.equal(true);
      for (const key of ["ArrowDown", "c", ...(selector === "select" ? [] : ["Space", "Enter"])]) {
        await press(table, key);
        expect(hasFocus(table, focused), `${key} in ${markup}`).to.equal(true);
      }
      expect(seen, markup).to.deep.equal({ opened: 0, selected: 0, pressed: 0 });
    }
  });

  it("goes into a cell with F2, whatever its control is, and back with Escape", async () => {
    for (const [markup, selector] of [
      ["<select><option>1</option></select>", "select"],
      ["<textarea></textarea>", "textarea"],
      ["<p contenteditable>text</p>", "p"],
      ["<details><summary>More</summary>text</details>", "summary"],
      ["<p tabindex=0>text</p>", "p"],
      ["<x-open-button></x-open-button>", "x-open-button"],
      ["<x-closed-field></x-closed-field>", "x-closed-field"],
      ["<x-badge></x-badge><button>Press</button>", "button"],
    ] as const) {
      const { table, control } = await tableWith(markup);
      const cell = control.closest<HTMLElement>("[data-column]")!;
      cell.focus();
      await press(table, "F2");
      expect(hasFocus(table, cell.querySelector(selector)), markup).to.equal(true);
      await press(table, "Escape");
      expect(hasFocus(table, cell), markup).to.equal(true);
    }
  });

  it("leaves a key to the host that has dealt with it, and Escape to a pop-up of the host's", async () => {
    const { table, control } = await tableWith("<button>Press</button>");
    control.addEventListener("keydown", (event) => event.preventDefault());
    control.focus();
    await press(table, "Escape");
    expect(hasFocus(table, control)).to.equal(true);
    const { table: other, control: popover } = await tableWith("<div popover><button>Press</button></div>");
    popover.showPopover();
    popover.querySelector("button")!.focus();
    await press(other, "Escape");
    expect(popover.matches(":popover-open")).to.equal(false);
  });
});
