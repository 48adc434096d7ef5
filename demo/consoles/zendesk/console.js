// What the Zendesk App Framework says to an app in a frame, as far as the app's client asks for it.
const frame = document.querySelector("iframe");
const notice = document.querySelector("output");

const settings = { endpoint: "https://widget.example/api", token: "t-1" };
const values = { currentUser: { name: "Ana", locale: "en-US" } };

function answer(request, params) {
  if (request === "get") return Object.fromEntries(params.map((path) => [path, values[path]]));
  notice.textContent = params.notify?.[0];
  return { notify: null };
}

addEventListener("message", ({ data, source, origin }) => {
  if (source !== frame.contentWindow || typeof data !== "string") return;
  const say = (message) => source.postMessage(JSON.stringify(message), origin);
  const { key, id, request, params } = JSON.parse(data);
  if (key === "iframe.handshake") {
    const context = { product: "support", location: "nav_bar", instanceGuid: "guid-1" };
    say({ key: "zaf.app.registered", message: { metadata: { appId: 1, settings }, context } });
  }
  if (request) say({ id, result: { errors: {}, ...answer(request, params) } });
});

// Another app of the bar is chosen: the frame is hidden, and stays.
document.querySelector("button").addEventListener("click", () => {
  frame.style.display = frame.style.display === "none" ? "" : "none";
});
