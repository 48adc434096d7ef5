// As an org has it: LWC's synthetic shadow is on the page first, and the classic script comes by address, as
// `loadScript` of lightning/platformResourceLoader loads a static resource.
import "@lwc/synthetic-shadow";
import { createElement } from "lwc";
import Floor from "x/floor";

function loadScript(src) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error(`${src} did not load`)));
    document.head.append(script);
  });
}

await loadScript("/handoff-elements.classic.js");
document.body.append(createElement("x-floor", { is: Floor }));
