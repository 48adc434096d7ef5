interface Page {
  readonly crumb: string;
  readonly title: string;
  /** The page that is offered where there is no sidebar. */
  readonly other: string;
}

const PAGES: Readonly<Record<string, Page>> = {
  sessions: { crumb: "Operate", title: "Transfer sessions", other: "lifecycle" },
  lifecycle: { crumb: "Settings › Agent transfer", title: "Session lifecycle", other: "sessions" },
};

/** Shows the page that the fragment of the address names. Both stay in the document, so that one can be seen to act on the other. */
export function bindPages(): void {
  let current = "";
  const show = () => {
    const asked = location.hash.slice(1);
    // Other fragments mean places within a page.
    const name = Object.hasOwn(PAGES, asked) ? asked : current || "sessions";
    if (name === current) return;
    current = name;
    const { crumb, title, other } = PAGES[name]!;
    for (const page of document.querySelectorAll<HTMLElement>("[data-page]")) page.hidden = page.dataset.page !== name;
    for (const link of document.querySelectorAll("nav a")) {
      if (link.getAttribute("href") === `#${name}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    document.getElementById("crumb")!.textContent = crumb;
    document.getElementById("page-title")!.textContent = title;
    document.title = `${title} · Fennwick Care`;
    const elsewhere = document.getElementById("elsewhere") as HTMLAnchorElement;
    elsewhere.href = `#${other}`;
    elsewhere.querySelector("span")!.textContent = PAGES[other]!.title;
  };
  addEventListener("hashchange", show);
  show();
}
