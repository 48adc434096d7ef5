import { toast } from "../../shared/toast.styles.js";
import { actions } from "./actions.styles.js";
import { content } from "./content.styles.js";
import { frame } from "./frame.styles.js";
import { header } from "./header.styles.js";
import { rows } from "./rows.styles.js";

export const pane = [toast, frame, header, rows, content, actions];
