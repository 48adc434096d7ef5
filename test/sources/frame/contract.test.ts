import type { TransferDataSource } from "../../../src/sources/data-source.js";
import { memoryDataSource } from "../../../src/sources/memory/memory-data-source.js";
import { dataSourceContract } from "../../../src/testing.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { ServingPage } from "./support.js";

async function served(source: TransferDataSource) {
  const page = new ServingPage(source);
  return { source: (await page.frame()).source, dispose: () => page.close() };
}

dataSourceContract("memory, in a frame", () => served(memoryDataSource()));
dataSourceContract("a source with a list alone, in a frame", () => {
  const list = new ScriptedSource([wireRow("a")]).list;
  return served({ list });
});
