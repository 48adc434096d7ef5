import type { Presets } from "./presets.js";

/** Lets a person choose theme and direction; the address keeps the choice, so that it survives a reload. */
export function bindAppearance({ theme, rtl }: Pick<Presets, "theme" | "rtl">): void {
  const form = document.querySelector<HTMLFormElement>("#appearance")!;
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
