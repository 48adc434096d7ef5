import { getControl, putControl } from "./control-client.js";
import { WELL, type Control } from "./server/control.js";
import { secondsOf, troubleOf } from "./trouble.js";

/** What the slider for new sessions per minute goes through. */
const RATES = [0, 0.5, 1, 2.2, 4, 8, 15, 30, 60, 120, 240];

/** A slider moves through many values; only where it rests is worth a request. Milliseconds. */
const REST = 200;

/** What the panel asks of the provider: to show at once what a change does. */
interface Refreshable extends Element {
  refresh?(): Promise<void>;
}

export interface EndpointPanel {
  /** Changes how the endpoint behaves, and shows it. Never rejects. */
  change(control: Partial<Control>): Promise<void>;
  open(): void;
}

/** Brings the drawer at the foot of the page to life. */
export function bindEndpointPanel(provider: Refreshable): EndpointPanel {
  const form = element<HTMLFormElement>("panel");
  const details = element<HTMLDetailsElement>("endpoint");
  let resting: ReturnType<typeof setTimeout> | undefined;

  const change = async (control: Partial<Control>): Promise<void> => {
    await showResult(form, putControl(control));
    void provider.refresh?.();
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    const control = { [name]: read(name, value) };
    showNumbers(control);
    clearTimeout(resting);
    resting = setTimeout(() => void change(control), name === "delay" || name === "rate" ? REST : 0);
  });
  element("all-well").addEventListener("click", () => {
    // The button is about to go; focus goes where the next change would be made.
    details.querySelector("summary")!.focus();
    void change(WELL);
  });
  addEventListener("hashchange", () => {
    if (location.hash === "#endpoint") details.open = true;
  });
  // Another tab may have changed it.
  addEventListener("focus", () => void showResult(form, getControl()));
  void showResult(form, getControl());

  return {
    change,
    open() {
      details.open = true;
    },
  };
}

function element<E extends HTMLElement>(id: string): E {
  return document.getElementById(id) as E;
}

/** The value of a field, as the endpoint understands it. */
function read(name: string, value: string): string | number {
  if (name === "rate") return RATES[Number(value)]!;
  return name === "delay" || name === "clock" ? Number(value) : value;
}

let asked = 0;

/** Shows what a request came to, unless another was sent after it: that one knows better. */
async function showResult(form: HTMLFormElement, result: Promise<Control>): Promise<void> {
  const mine = ++asked;
  const control = await result.catch(() => undefined);
  if (mine !== asked) return;
  if (control) show(form, control);
  else say("The endpoint cannot be reached.", false);
}

function show(form: HTMLFormElement, control: Control): void {
  for (const name of ["answer", "list", "integrations", "clock"] as const) {
    (form.elements.namedItem(name) as RadioNodeList).value = String(control[name]);
  }
  (form.elements.namedItem("delay") as HTMLInputElement).value = String(control.delay);
  const nearest = RATES.findLastIndex((rate) => rate <= control.rate);
  (form.elements.namedItem("rate") as HTMLInputElement).value = String(Math.max(0, nearest));
  showNumbers(control);
  element("summary-rate").textContent =
    control.rate === 0 ? "no new sessions" : `${control.rate} new sessions a minute`;
  say(troubleOf(control), true);
}

function showNumbers({ delay, rate }: Partial<Control>): void {
  if (delay !== undefined) element("delay-text").textContent = delay === 0 ? "none" : secondsOf(delay);
  if (rate !== undefined) element("rate-text").textContent = perMinute(rate);
}

/** Shows what is wrong, or that nothing is. */
function say(trouble: string, curable: boolean): void {
  element("trouble").hidden = trouble === "";
  element("trouble-text").textContent = trouble;
  element("all-well").hidden = !curable;
  const said = element("said");
  if (trouble !== "" || said.textContent !== "") said.textContent = trouble || "The endpoint is well again.";
}

function perMinute(rate: number): string {
  return rate === 0 ? "none arrive" : `${rate} a minute`;
}
