// The page of dist/embed/, from its sources: nothing needs to be built before the demo is served. Here no page around
// could have loaded another Lit.
import "handoff-elements/define";
import "handoff-elements/locales/de";
import { start } from "../../src/embed/start.js";

void start();
