import { expect } from "@open-wc/testing";
import { formatDuration, formatMinutes } from "../../src/i18n/format.js";
import { german } from "../../src/locales/de.js";
import "../../src/define/transfer-session-details.js";
import { english } from "../support/english.js";
import { ScriptedSource, wireRow } from "../support/scripted-source.js";
import { cellOf, rowsOf, shown, tableOn, textOf } from "../support/table.js";

/** German words that are English ones too. Names, and what the SDK calls its events, are so in every language. */
const SAME = new Set(["—", "Chat", "Messaging", "Offline", "Status", "Queue", "UUID", "JSON", "Name", "Agent ID"]);
const SAME_IN = /^(common\.provider|tracker\.(transfer|entry|exit))\b/;

type Words = (...values: number[]) => string;

/** Every text and every function of a set of words, by its path. */
function* wordsOf(path: string, words: unknown): Generator<readonly [path: string, word: string | Words]> {
  if (typeof words === "object" && words !== null) {
    for (const [key, value] of Object.entries(words)) yield* wordsOf(`${path}.${key}`, value);
  } else {
    yield [path, words as string | Words];
  }
}

/** Which of its values a function tells. Each is a number of its own, where a language is expected too. */
function toldBy(words: Words): { readonly text: string; readonly told: readonly number[] } {
  const values = [211, 322, 433, 544].slice(0, words.length);
  const text = words(...values);
  return { text, told: values.filter((value) => text.includes(String(value))) };
}

describe("locales/de", () => {
  for (const [group, words] of Object.entries(english)) {
    const inEnglish = new Map(wordsOf(group, words));
    const inGerman = new Map(wordsOf(group, german[group as keyof typeof english]));

    it(`says everything of ${group} that English says, and nothing else`, () => {
      expect([...inGerman.keys()].sort()).to.deep.equal([...inEnglish.keys()].sort());
      for (const [path, word] of inEnglish) expect(typeof inGerman.get(path), path).to.equal(typeof word);
    });

    it(`leaves nothing of ${group} in English`, () => {
      const left = [...inEnglish].filter(([path, word]) => {
        const translated = inGerman.get(path);
        const [text, other] =
          typeof word === "string" ? [word, translated] : [toldBy(word).text, toldBy(translated as Words).text];
        return text === other && !SAME.has(text) && !SAME_IN.test(path) && /\p{L}/u.test(text);
      });
      expect(left.map(([path]) => path)).to.deep.equal([]);
    });

    const telling = [...inEnglish].filter((entry): entry is [string, Words] => typeof entry[1] === "function");
    if (telling.length === 0) continue;

    it(`tells in ${group} the same values as English`, () => {
      for (const [path, word] of telling) {
        const { text, told } = toldBy(inGerman.get(path) as Words);
        expect(told, `${path}: ${text}`).to.deep.equal(toldBy(word).told);
        expect(text, path).not.to.match(/undefined|NaN|\[object/);
      }
    });
  }

  it("knows one from many, and writes numbers its own way", () => {
    const { table, jsonPane, details, summary } = german;
    expect(table.bulkEnded(1, "de")).to.equal("1 Übergabe beendet");
    expect(table.bulkEnded(2, "de")).to.equal("2 Übergaben beendet");
    expect(details.issues(1, "de")).to.equal("1 Feld nicht lesbar");
    expect(details.issues(2, "de")).to.equal("2 Felder nicht lesbar");
    expect(jsonPane.members(1, "de")).to.equal("1 Feld");
    expect(jsonPane.items(12_345, "de")).to.equal("12.345 Elemente");
    expect(jsonPane.hitsSpoken(0, "de")).to.equal("Keine Treffer");
    expect(jsonPane.hits(2, 1_200, "de")).to.equal("2 von 1.200");
    expect(summary.waiting(1, "de")).to.equal("1 wartet");
  });

  it("writes durations of cells as short as English does, and speaks them in full", () => {
    const seconds = 1_000;
    expect(formatDuration(42 * seconds, "de")).to.equal("42s");
    expect(formatDuration(365 * seconds, "de")).to.equal("6m 05s");
    expect(formatDuration(4_320 * seconds, "de-AT")).to.equal("1h 12m");
    expect(formatDuration(273_600 * seconds, "de")).to.equal("3T 04h");
    expect(formatDuration(4_320 * seconds, "de", "long")).to.equal("1 Stunde 12 Minuten");
    expect(formatMinutes(90, "de")).to.equal("1 Stunde 30 Minuten");
  });

  it("is used where the page asks for it, by the nearest lang", async () => {
    const { table } = await tableOn(new ScriptedSource([wireRow("a")]));
    table.parentElement!.lang = "de-AT";
    table.requestUpdate();
    await shown(table);
    expect(textOf(table.shadowRoot!.querySelector("h2"))).to.equal("Übergaben 1");
    expect(textOf(cellOf(rowsOf(table)[0]!, "status"))).to.equal("Wartet");
  });

  it("is found by the names that servers give a language, too", async () => {
    const { table } = await tableOn(new ScriptedSource([wireRow("a")]));
    for (const lang of ["de_DE", "de_AT.UTF-8", " de ", "de_DE@euro"]) {
      table.lang = lang;
      table.requestUpdate();
      await shown(table);
      expect(textOf(table.shadowRoot!.querySelector("h2")), lang).to.equal("Übergaben 1");
    }
  });

  it("is used by the details and the panes in them", async () => {
    const details = document.createElement("transfer-session-details");
    details.lang = "de";
    details.inline = true;
    details.session = {
      id: "a",
      provider: "genesys",
      channel: "chat",
      status: "queued",
      metadata: { locale: "de-DE" },
    };
    document.body.append(details);
    await details.updateComplete;
    const root = details.shadowRoot!;
    expect(textOf(root.querySelector("h2"))).to.equal("Übergabe");
    expect(textOf(root.querySelector(".no-data"))).to.equal("Daten der Plattform Keine vorhanden");
    const pane = root.querySelector("transfer-json-pane")!;
    await pane.updateComplete;
    expect(pane.shadowRoot!.querySelector("input")!.getAttribute("aria-label")).to.equal("In Metadaten suchen");
    details.remove();
  });
});
