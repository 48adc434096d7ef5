// What Genesys Cloud does with the apps of its menu: each is a frame at an address with placeholders, and stays when it is
// hidden. It knows what an app says of its life, and no conversations.
const ADDRESS = "https://widget.example/embed/index.html?pcEnvironment={{pcEnvironment}}&config={{pcLangTag}}.json";
const PLACEHOLDERS = { pcEnvironment: "mypurecloud.com", pcLangTag: "en-us" };

const frames = new Map();
const told = document.querySelector("output");

function open(name) {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-modals");
  const src = ADDRESS.replaceAll(/\{\{(\w+)\}\}/g, (_, key) => PLACEHOLDERS[key]);
  Object.assign(frame, { title: name, src, width: 1240, height: 780 });
  document.querySelector("main").append(frame);
  frames.set(name, frame);
  frame.addEventListener("load", () => hook(name, "bootstrap"));
}

function hook(name, what) {
  const message = { purecloudEventType: "appLifecycleHook", hook: what };
  frames.get(name)?.contentWindow.postMessage(message, "https://widget.example");
}

function show(name) {
  for (const [other, frame] of frames) {
    const isChosen = other === name;
    if (!isChosen && frame.style.display !== "none") hook(other, "blur");
    frame.style.display = isChosen ? "" : "none";
  }
  if (frames.has(name)) hook(name, "focus");
}

addEventListener("message", ({ data, source }) => {
  const [name] = [...frames].find(([, { contentWindow }]) => contentWindow === source) ?? [];
  if (!name || data.protocol !== "purecloud-client-apps") return;
  told.textContent += `${name} ${data.action}. `;
  if (data.action !== "stopped") return;
  frames.get(name).remove();
  frames.delete(name);
});

const actions = {
  Home: () => show(undefined),
  Sessions() {
    if (!frames.has("Sessions")) open("Sessions");
    show("Sessions");
  },
  Close: () => hook("Sessions", "stop"),
};
for (const [name, action] of Object.entries(actions)) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: name });
  button.addEventListener("click", action);
  document.querySelector("nav").append(button);
}
