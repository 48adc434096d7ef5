import { bindAppearance } from "../appearance.js";
import { readPresets } from "../presets.js";
import { Floor } from "./floor.js";
import { Ledger, type Heard } from "./ledger.js";
import { SCENARIOS, type Step } from "./scenarios.js";

/** Milliseconds between the steps of a scenario: long enough to read what to watch for. */
const PACE = Number(new URLSearchParams(location.search).get("pace")) || 3500;

const find = <E extends Element>(selector: string) => document.querySelector<E>(selector)!;
const caption = find<HTMLElement>("#caption");
const list = find<HTMLOListElement>("#heard");
const verdict = find<HTMLElement>("#verdict");
const ledger = new Ledger();
const clock = new Intl.DateTimeFormat("en", { timeStyle: "medium" });
/** Grows with every scenario, so that one that was broken off does not go on. */
let playing = 0;

bindAppearance(readPresets(location.search));
const floor = new Floor(
  [...document.querySelectorAll("iframe")],
  (desktop, json, complaint) => {
    ledger.write(desktop, json, complaint, Date.now());
    showLedger();
  },
  showFloor,
);
floor.begin();
find<HTMLElement>("#one-origin").hidden = floor.apart;
find("#appearance").addEventListener("change", () => {
  const { theme = "auto" } = document.documentElement.dataset;
  for (const desktop of floor.desktops) {
    floor.tell(desktop, { kind: "theme", theme, dir: document.documentElement.dir });
  }
});

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  const { scenario, act, desktop } = button?.dataset ?? {};
  if (scenario) void play(SCENARIOS[scenario]!);
  if (act) byHand(act, Number(desktop));
});

function byHand(act: string, desktop: number): void {
  playing += 1;
  caption.textContent = "";
  if (act === "join") floor.join(desktop);
  if (act === "leave") floor.leave(desktop);
  if (act === "reload") floor.reload(desktop);
  if (act === "lose") floor.socket(desktop, false);
  if (act === "regain") floor.socket(desktop, true);
  if (act === "drop") floor.drop();
  if (act === "end") floor.end();
  if (act === "begin") begin();
}

function begin(): void {
  ledger.clear();
  showLedger();
  floor.begin();
}

async function play(steps: readonly Step[]): Promise<void> {
  const mine = (playing += 1);
  begin();
  caption.textContent = "A new conversation. The desktops load.";
  while (!floor.ready) await pause(100);
  for (const { say, act } of steps) {
    if (mine !== playing) return;
    caption.textContent = say;
    act(floor);
    await pause(PACE);
    // A desktop that loads would hear nothing of what comes next.
    while (!floor.settled) await pause(100);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

function showFloor(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-act]")) {
    const { act, desktop } = button.dataset;
    const isIn = floor.present.some((agent) => agent === floor.desktops[Number(desktop)]?.agent) ?? false;
    if (act === "join") button.disabled = isIn;
    if (act === "leave") button.disabled = !isIn;
  }
}

function showLedger(): void {
  list.replaceChildren(...ledger.heard.map(lineOf));
  const wrong = ledger.heard.filter(({ complaint }) => complaint).length;
  verdict.dataset["wrong"] = String(wrong > 0);
  verdict.textContent =
    ledger.heard.length === 0 ? "Nothing yet" : wrong === 0 ? "As the guide wants it" : `${wrong} against the guide`;
}

function lineOf({ at, desktop, transfertype, transition, name, complaint }: Heard): HTMLLIElement {
  const line = document.createElement("li");
  const part = (text: string, className: string) => {
    const span = document.createElement("span");
    span.className = className;
    span.textContent = text;
    line.append(span);
  };
  part(clock.format(at), "time");
  part(`${transfertype} ${transition}`, "what");
  part(name, "who");
  part(`from ${desktop}’s desktop`, "from");
  if (complaint) part(complaint, "complaint");
  return line;
}
