import "../table/subjects/handoff-elements.entry.mjs";
import "../table/driver.mjs";
import { asNumbers } from "./spell.mjs";

globalThis.spell = asNumbers;
