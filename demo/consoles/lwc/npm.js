// As an application with a bundler has it: the package is imported, shadow roots are the browser's own.
import { createElement } from "lwc";
import "handoff-elements/define";
import Floor from "x/floor";

document.body.append(createElement("x-floor", { is: Floor }));
