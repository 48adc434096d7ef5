import { toast } from "../../shared/toast.styles.js";
import { cards } from "./cards.styles.js";
import { cells } from "./cells.styles.js";
import { frame } from "./frame.styles.js";
import { grid } from "./grid.styles.js";
import { modes } from "./modes.styles.js";
import { narrow } from "./narrow.styles.js";
import { notices } from "./notices.styles.js";
import { placeholder } from "./placeholder.styles.js";
import { print } from "./print.styles.js";
import { toolbar } from "./toolbar.styles.js";

/** In this order: what comes later holds against what came before. */
export const table = [frame, toast, toolbar, notices, grid, cells, placeholder, narrow, cards, modes, print];
