// What the desktop does with a layout: it loads each script once, as a classic one, makes what the layout names, and sets
// attributes and properties, in which `$STORE.…` stands for a value of its store. All that comes from JSON.
const store = { auth: { accessToken: "t-1" }, app: { locale: "en-GB" } };
const scripts = new Map();

function load(src) {
  const loaded =
    scripts.get(src) ??
    new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src });
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(`${src} did not load`)));
      document.head.append(script);
    });
  scripts.set(src, loaded);
  return loaded;
}

function valueOf(value) {
  if (typeof value !== "string" || !value.startsWith("$STORE.")) return value;
  return value
    .split(".")
    .slice(1)
    .reduce((at, key) => at?.[key], store);
}

async function make({ comp, script, attributes = {}, properties = {}, children = [] }) {
  if (script) await load(script);
  const element = document.createElement(comp);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, valueOf(value));
  for (const [name, value] of Object.entries(properties)) element[name] = valueOf(value);
  element.append(...(await Promise.all(children.map(make))));
  return element;
}

/** A place of the desktop is in a shadow tree. */
function placeIn(element, height) {
  const root = element.attachShadow({ mode: "open" });
  const place = root.appendChild(document.createElement("div"));
  Object.assign(place.style, { display: "flex", flexDirection: "column", height });
  return place;
}

const move = (from, to) => to.append(...from.children);

async function start() {
  const layout = await (await fetch("layout.json")).json();
  const panel = placeIn(document.querySelector("main"), "720px");
  const header = placeIn(document.querySelector("header"), "");
  panel.append(...(await Promise.all(layout.agent.area.panel.map(make))));

  const small = document.querySelector("iframe").contentDocument;
  Object.assign(small.body.style, { display: "flex", flexDirection: "column", height: "640px", margin: 0 });
  const actions = {
    Panel: () => (panel.style.display = panel.style.display === "none" ? "flex" : "none"),
    "Move to the header"() {
      header.style.height = "720px";
      move(panel, header);
    },
    "Move to a small frame": () => move(header, small.body),
  };
  for (const button of document.querySelectorAll("button")) {
    button.addEventListener("click", actions[button.textContent]);
  }
}

void start();
