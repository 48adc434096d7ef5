import { serveDataSource, serveSink } from "handoff-elements/sources/frame";
import { httpDataSource } from "handoff-elements/sources/http";
import { AGENTS } from "../desktop/messages.js";
import { StandInSdk } from "../desktop/stand-in-sdk.js";
import { Crossings, toldOf } from "./crossings.js";

/** What may be shown; "neither" is another page of the console. */
const SHOWN = ["sessions", "conversation", "neither"] as const;

const find = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector)!;
const frames = {
  sessions: find<HTMLIFrameElement>("#sessions"),
  conversation: find<HTMLIFrameElement>("#conversation"),
};
const clock = new Intl.DateTimeFormat("en", { timeStyle: "medium" });

/** `widgets.localhost` is the machine itself in every browser, and another origin; elsewhere there is only one. */
const apart = location.hostname === "localhost" || location.hostname === "127.0.0.1";
const widgets = apart ? `http://widgets.localhost:${location.port}` : location.origin;
find("#one-origin").hidden = apart;

const crossings = new Crossings(showCrossings);
const source = toldOf(httpDataSource({ url: "/api" }), crossings);
const sdk = new StandInSdk((json) => crossings.write(`To the SDK: ${json}`));

let shown: (typeof SHOWN)[number] = "sessions";
const conversation = `demo-${Date.now().toString(36)}`;
let loads = 0;

// Before the frames load: each asks once.
addEventListener("message", ({ data, source: from, origin, ports: [port] }) => {
  const isOurs = Object.values(frames).some(({ contentWindow }) => contentWindow === from);
  if (!isOurs || origin !== widgets || data?.type !== "handoff-elements" || !port) return;
  if (data.wants === "data-source") serveDataSource(source, port);
  if (data.wants !== "sdk") return;
  serveSink(sdk, port);
  sdk.connect();
});

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (!button) return;
  const { show, call, agent } = button.dataset;
  if (show) showOnly(SHOWN.find((one) => one === show)!);
  if (call) say(call, AGENTS[Number(agent)]);
  if (button.id === "reload" && shown !== "neither") load(shown);
});

load("sessions");
load("conversation");
showCrossings();

function load(name: keyof typeof frames): void {
  // A changed address is what makes a frame of another origin load again.
  loads += 1;
  const query = new URLSearchParams({ config: `${name}.json`, conversation, load: String(loads) });
  frames[name].src = `${widgets}/embed/?${query}`;
}

function showOnly(name: (typeof SHOWN)[number]): void {
  shown = name;
  for (const one of SHOWN) {
    find(`#${one}`).hidden = one !== name;
    find(`[data-show=${one}]`).setAttribute("aria-pressed", String(one === name));
  }
  find("#platform").hidden = name !== "conversation";
  find<HTMLButtonElement>("#reload").disabled = name === "neither";
}

/** Hands what the platform says to the tracker in the frame. */
function say(call: string, agent: (typeof AGENTS)[number] | undefined): void {
  const args = call === "agentJoined" ? [agent] : agent ? [agent.identity] : [];
  frames.conversation.contentWindow?.postMessage({ type: "handoff-elements", call, args }, widgets);
}

function showCrossings(): void {
  const lines = crossings.kept.map(({ at, what, times }) => {
    const line = document.createElement("li");
    const time = Object.assign(document.createElement("span"), { className: "time", textContent: clock.format(at) });
    line.append(time, times > 1 ? `${what}, ${times} times` : what);
    return line;
  });
  find("#crossed").replaceChildren(...lines);
}
