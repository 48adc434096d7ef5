// One agent's desktop: a machine of its own, with its own SDK, its own tracker, and an origin that shares no storage.
import { frameStorage } from "./frame-storage.js";
import { AGENTS, isMessage, type ToDesktop, type ToFloor } from "./messages.js";
import { StandInSdk } from "./stand-in-sdk.js";

await import("handoff-elements/define");

const query = new URLSearchParams(location.search);
const own = AGENTS.find(({ identity }) => identity === query.get("agent")) ?? AGENTS[0]!;
const floor = query.get("floor") ?? location.origin;
/** Which load of this desktop this is: the floor may hear a last word of the document before. */
const load = query.get("load") ?? "";
const tracker = document.querySelector("agent-transfer-tracker")!;
const socket = document.querySelector<HTMLElement>("#socket")!;

const tell = (message: ToFloor) => window.parent.postMessage(message, floor);

const sdk = new StandInSdk((json, complaint) => tell({ kind: "heard", json, ...(complaint ? { complaint } : {}) }));

function show(): void {
  socket.dataset["up"] = String(sdk.up);
  socket.textContent = sdk.up ? "Socket up" : "Socket lost";
}

document.querySelector("#agent")!.textContent = own.name;
// What an integration needs is these four lines, and one call for each thing that happens.
tracker.conversationId = query.get("conversation") ?? undefined;
tracker.ownAgent = own.identity;
tracker.storage = location.origin === floor ? "none" : frameStorage();
tracker.sdk = sdk;

const react: { [K in ToDesktop["kind"]]: (message: Extract<ToDesktop, { kind: K }>) => void } = {
  joined: ({ agent }) => void tracker.agentJoined(agent),
  left: ({ agent }) => void tracker.agentLeft(agent.identity),
  dropped: () => void tracker.conversationDropped(),
  ended: () => void tracker.conversationEnded().then(() => tell({ kind: "over" })),
  socket: ({ up }) => {
    if (up) sdk.connect();
    else {
      sdk.disconnect();
      tracker.connected = false;
    }
    show();
  },
  theme: ({ theme, dir }) => {
    document.documentElement.dir = dir === "rtl" ? "rtl" : "ltr";
    if (theme === "auto") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  },
};

addEventListener("message", (event) => {
  if (event.source !== window.parent || event.origin !== floor || !isMessage(event.data)) return;
  const message = event.data as ToDesktop;
  (react[message.kind] as ((message: ToDesktop) => void) | undefined)?.(message);
});

// A socket takes a moment to come up; entries wait for it.
setTimeout(() => {
  sdk.connect();
  show();
  tell({ kind: "connected", load });
}, 600);
show();
tell({ kind: "ready", load });
