import { expect } from "@open-wc/testing";
import { commonEnglish } from "../../src/i18n/common-strings.js";
import { lifecycleEnglish } from "../../src/i18n/lifecycle-strings.js";
import { summaryEnglish } from "../../src/i18n/summary-strings.js";
import { tableEnglish } from "../../src/i18n/table-strings.js";
import { german } from "../../src/locales/de.js";
import { ScriptedSource, wireRow } from "../support/scripted-source.js";
import { cellOf, rowsOf, shown, tableOn, textOf } from "../support/table.js";

describe("locales/de", () => {
  it("says everything that English says", () => {
    expect(Object.keys(german.common).sort()).to.deep.equal(Object.keys(commonEnglish).sort());
    expect(Object.keys(german.lifecycle).sort()).to.deep.equal(Object.keys(lifecycleEnglish).sort());
    expect(Object.keys(german.summary).sort()).to.deep.equal(Object.keys(summaryEnglish).sort());
    expect(Object.keys(german.table).sort()).to.deep.equal(Object.keys(tableEnglish).sort());
    expect(Object.keys(german.table.columns).sort()).to.deep.equal(Object.keys(tableEnglish.columns).sort());
  });

  it("is used where the page asks for it, by the nearest lang", async () => {
    const { table } = await tableOn(new ScriptedSource([wireRow("a")]));
    table.parentElement!.lang = "de-AT";
    table.requestUpdate();
    await shown(table);
    expect(textOf(table.shadowRoot!.querySelector("h2"))).to.equal("Übergaben 1");
    expect(textOf(cellOf(rowsOf(table)[0]!, "status"))).to.equal("Wartet");
  });
});
