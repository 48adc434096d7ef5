import { html, render } from "lit";
import type { Presets } from "./presets.js";

const SEGMENTS = [
  ["auto", "Auto"],
  ["light", "Light"],
  ["dark", "Dark"],
] as const;

const controls = html`<fieldset class="segments">
    <legend class="visually-hidden">Theme</legend>
    ${SEGMENTS.map(
      ([value, label]) => html`<label><input type="radio" name="theme" value=${value} /><span>${label}</span></label>`,
    )}
  </fieldset>
  <label class="switch">
    <input type="checkbox" role="switch" name="rtl" />
    <span><span class="wide">Right to left</span><abbr class="narrow" title="Right to left">RTL</abbr></span>
  </label>`;

/** Lets a person choose theme and direction; the address keeps the choice, so that it survives a reload. */
export function bindAppearance({ theme, rtl }: Pick<Presets, "theme" | "rtl">): void {
  const form = document.querySelector<HTMLFormElement>("#appearance")!;
  render(controls, form);
  const rightToLeft = form.elements.namedItem("rtl") as HTMLInputElement;
  const themes = form.elements.namedItem("theme") as RadioNodeList;
  themes.value = theme;
  rightToLeft.checked = rtl;
  apply(theme, rtl);

  form.addEventListener("change", () => {
    apply(themes.value, rightToLeft.checked);
    remember(themes.value, rightToLeft.checked);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
}

function apply(theme: string, rtl: boolean): void {
  const root = document.documentElement;
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
  root.dir = rtl ? "rtl" : "ltr";
}

function remember(theme: string, rtl: boolean): void {
  const query = new URLSearchParams(location.search);
  for (const name of ["dark", "light", "rtl"]) query.delete(name);
  if (theme !== "auto") query.set(theme, "");
  if (rtl) query.set("rtl", "");
  const search = query.toString().replaceAll(/=(?=&|$)/g, "");
  history.replaceState(null, "", `${location.pathname}${search && `?${search}`}${location.hash}`);
}
