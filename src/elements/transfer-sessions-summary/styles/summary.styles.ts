import { surface } from "../../../lit/styles/surface.styles.js";
import { alerts } from "./alerts.styles.js";
import { filter } from "./filter.styles.js";
import { shares } from "./shares.styles.js";
import { tiles } from "./tiles.styles.js";

export const summary = [surface, tiles, shares, filter, alerts];
