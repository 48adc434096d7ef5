// What the agent workspace says to an app: one frame for each contact, of which the chosen one is shown.
const ADDRESS = "https://widget.example/amazon/app.html";
const AGENT = { "agent/getARN": { ARN: "arn:agent/ana" }, "agent/getName": { name: "Ana" } };

const contacts = new Map();
let chosen;

function addContact(contactId) {
  const frame = document.createElement("iframe");
  // What an app has that asks for nothing.
  frame.setAttribute("sandbox", "allow-forms allow-popups allow-same-origin allow-scripts");
  Object.assign(frame, { title: contactId, src: ADDRESS, width: 1240, height: 740 });
  document.querySelector("main").append(frame);
  contacts.set(contactId, { frame, topics: new Map() });
}

function choose(contactId) {
  chosen = contactId;
  for (const [id, { frame }] of contacts) frame.style.display = id === chosen ? "" : "none";
}

function converse([contactId, contact], port) {
  const lifecycle = (stage) =>
    port.postMessage({
      type: "appLifecycle",
      stage,
      instanceId: `instance-${contactId}`,
      appInstanceId: `instance-${contactId}`,
      config: { arn: "arn:app", namespace: "example.sessions" },
      scope: { type: "contact", contactId },
      contactScope: { type: "contact", contactId },
      region: "eu-central-1",
    });
  let counter = 0;
  const heard = {
    subscribe: ({ topic, handlerId }) => contact.topics.set(handlerId, topic),
    unsubscribe: () => {},
    request: ({ namespace, command, requestId }) =>
      port.postMessage({ type: "response", namespace, requestId, isError: false, data: AGENT[command] }),
    healthCheck: () => port.postMessage({ type: "healthCheckResponse", time: Date.now(), counter: ++counter }),
    appLifecycleHandlerCompleted: ({ stage }) => (stage === "create" ? lifecycle("start") : contact.frame.remove()),
    closeApp: ({ message }) => console.error(message),
  };
  contact.port = port;
  contact.destroy = () => lifecycle("destroy");
  port.addEventListener("message", ({ data }) => heard[data.type]?.(data));
  port.start();
  port.postMessage({ type: "acknowledge", connectionId: `connection-${contactId}`, healthCheckInterval: 1000 });
  lifecycle("create");
}

addEventListener("message", ({ data, source, ports }) => {
  const known = [...contacts].find(([, { frame }]) => frame.contentWindow === source);
  if (known && data.type === "connect-app-host-init") converse(known, ports[0]);
});

function publish(key) {
  const { topics, port } = contacts.get(chosen);
  for (const [handlerId, topic] of topics) {
    if (topic.key !== key || ![chosen, "CURRENT_CONTACT"].includes(topic.parameter)) continue;
    port.postMessage({ type: "publish", topic, handlerId, data: { contactId: chosen, type: "chat" } });
  }
}

for (const button of document.querySelectorAll("button")) {
  button.addEventListener("click", () => {
    publish(button.value);
    if (button.value === "contact/cleared") contacts.get(chosen).destroy();
  });
}

for (const contactId of ["Home", "contact-a", "contact-b"]) {
  if (contactId !== "Home") addContact(contactId);
  const tab = Object.assign(document.createElement("button"), { type: "button", textContent: contactId });
  tab.addEventListener("click", () => choose(contactId));
  document.querySelector("nav").append(tab);
}
choose("contact-a");
