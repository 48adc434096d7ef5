import "../table/subjects/handoff-elements.entry.mjs";
import "../table/driver.mjs";
import { asText } from "./spell.mjs";

globalThis.spell = asText;
