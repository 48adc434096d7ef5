import { actions } from "./actions.styles.js";
import { content } from "./content.styles.js";
import { frame } from "./frame.styles.js";
import { header } from "./header.styles.js";
import { rows } from "./rows.styles.js";

export const pane = [frame, header, rows, content, actions];
