import { controls } from "./controls.styles.js";
import { header } from "./header.styles.js";
import { lanes } from "./lanes.styles.js";
import { log } from "./log.styles.js";
import { panel } from "./panel.styles.js";
import { roster } from "./roster.styles.js";

export const tracker = [panel, header, controls, roster, lanes, log];
