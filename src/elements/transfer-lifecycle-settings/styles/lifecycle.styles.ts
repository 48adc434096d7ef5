import { surface } from "../../../lit/styles/surface.styles.js";
import { actions } from "./actions.styles.js";
import { fields } from "./fields.styles.js";
import { frame } from "./frame.styles.js";
import { states } from "./states.styles.js";

export const lifecycle = [surface, frame, fields, actions, states];
