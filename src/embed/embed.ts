/** The script of the page that a console shows in a frame. Classic, without exports: see docs/frame.md. */
// First, since it has to run before Lit does.
import "../platform/page/other-lit.js";
import "../define.js";
import "../locales/de.js";
import { start } from "./start.js";

void start();
