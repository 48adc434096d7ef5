import { expect } from "@open-wc/testing";
import "../../src/locales/de.js";
import { localeGroup, mergeStrings } from "../../src/i18n/locales.js";
import { tableEnglish } from "../../src/i18n/table-strings.js";
import { isolate, isolating, sentence } from "../../src/i18n/isolate.js";
import { english } from "../support/english.js";
import { ScriptedSource, wireRow } from "../support/scripted-source.js";
import { buttonOf, dialogOf, loaded, rowsOf, shown, tableOn, textOf } from "../support/table.js";

const RLO = "\u202e";
const HOSTILE = [
  `${RLO}+49 30 1234`,
  `\u2069${RLO}+49 30`,
  `\u2067\u2067${RLO}+49`,
  `a\u2029${RLO}+49`,
  "שלום 12",
  "\u200f+49",
  `${"\u2069".repeat(9)}${RLO}9\u2068`,
];

type Sentence = (...values: unknown[]) => string;

const sentencesOf = (words: object) =>
  Object.entries(words).filter((entry): entry is [string, Sentence] => typeof entry[1] === "function");

/** Where each unit of a text is drawn, in px from the left. */
function placesOf(text: string, dir: string): readonly number[] {
  const line = document.createElement("span");
  line.dir = dir;
  line.style.whiteSpace = "nowrap";
  line.style.display = "inline-block";
  line.textContent = text;
  document.body.append(line);
  const range = document.createRange();
  const places = [...text].map((_, place) => {
    range.setStart(line.firstChild!, place);
    range.setEnd(line.firstChild!, place + 1);
    return range.getBoundingClientRect().left;
  });
  line.remove();
  return places;
}

/** Whether what stands before, between and after the values is read in the order in which it was written. */
function keepsOrder(text: string, values: readonly string[], dir = "ltr"): boolean {
  const places = placesOf(text, dir);
  let from = 0;
  const outside: number[] = [];
  for (const value of values) {
    const at = text.indexOf(value, from);
    if (at < 0) continue;
    outside.push(...places.slice(from, at));
    from = at + value.length;
  }
  outside.push(...places.slice(from));
  const order = dir === "rtl" ? outside.toReversed() : outside;
  return order.every((place, index) => index === 0 || place >= order[index - 1]!);
}

/** Sentences that a value turns around, by name. */
function turned(words: object): readonly string[] {
  return sentencesOf(isolating(words, false)).flatMap(([name, make]) =>
    HOSTILE.filter((value) => {
      const text = make(...Array.from({ length: make.length || 5 }, () => value));
      return !keepsOrder(
        text,
        Array.from({ length: 9 }, () => isolate(value)),
      );
    }).map((value) => `${name} by ${JSON.stringify(value)}`),
  );
}

describe("direction of sentences", () => {
  for (const [group, words] of Object.entries(english)) {
    it(`is that of their language, whatever the values: ${group}`, () => {
      expect(turned(words)).to.deep.equal([]);
      expect(turned(mergeStrings(words, localeGroup("de", group)))).to.deep.equal([]);
    });
  }

  it("is turned without isolation, so that the test sees it", () => {
    const [value] = HOSTILE;
    expect(keepsOrder(tableEnglish.confirmMessage(value!, "Genesys"), [value!])).to.equal(false);
  });

  it("is kept where the page runs from right to left and the value does not", () => {
    const { copyContact } = isolating({ copyContact: (contact: string) => `העתק ${contact} עכשיו` }, true);
    for (const value of ["+49 (30)", "(12) 7-8", "12-ab!"]) {
      expect(keepsOrder(copyContact(value), [isolate(value, true)], "rtl"), value).to.equal(true);
    }
  });

  it("leaves plain text plain, and languages and keys as they are", () => {
    for (const value of ["contact-a", "+49 30 1234", "Ana Müller", "12s"]) expect(isolate(value)).to.equal(value);
    for (const value of ["voice", "de-AT", "post_agent", ""]) expect(isolate(value, true)).to.equal(value);
    expect(sentence`${"End"}: ${RLO}`).to.equal(`End: \u2068${RLO}\u2069`);
  });

  it("holds where a host makes the sentence, and in an element of either direction", async () => {
    const { table } = await tableOn(new ScriptedSource([wireRow("a", { contactId: HOSTILE[0] })]));
    table.strings = { endSession: (contact: string) => `Stop ${contact} now` };
    await shown(table);
    expect(buttonOf(rowsOf(table)[0]!, `Stop ${isolate(HOSTILE[0]!)} now`)).to.exist;
  });

  it("is that of the language in the question before an End, and wherever a value is told", async () => {
    const contact = `${RLO}+49 30`;
    const provider = `\u2069${RLO}Genesis`;
    const source = new ScriptedSource([wireRow("a", { contactId: contact, provider })]);
    const { table } = await tableOn(source);
    table.rowActions = [{ id: "join", label: "Join", run: () => {}, available: () => `${RLO}no` }];
    await shown(table);
    const row = rowsOf(table)[0]!;
    expect(row.querySelector(".action")!.getAttribute("aria-label")).to.equal(
      `\u2068Join \u2068${contact}\u2069\u2069: \u2068${RLO}no\u2069`,
    );
    row.querySelector<HTMLElement>(".end")!.click();
    await loaded(table);
    const message = textOf(dialogOf(table).querySelector("#confirm-message"));
    expect(
      keepsOrder(
        message,
        [contact, provider].map((value) => isolate(value)),
      ),
    ).to.equal(true);
    expect(message).to.contain("The conversation of contact");
    buttonOf(dialogOf(table), "End session")!.click();
    await shown(table);
    source.ends[0]!.reject(new Error(`${RLO}refused`));
    await shown(table);
    const said = textOf(table.shadowRoot!.querySelector(".base > [role=status]"));
    expect(said).to.equal(
      `\u2068The session of contact \u2068${contact}\u2069 could not be ended.\u2069 \u2068${RLO}refused\u2069`,
    );
  });
});
