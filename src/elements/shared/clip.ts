/** The most that a cell can show; data may hold megabytes where a name is expected. */
const LONGEST = 300;

/** Shortens a text that no cell could show, without cutting a character in two. */
export function clip(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${Array.from(text.slice(0, LONGEST * 2))
    .slice(0, LONGEST)
    .join("")}…`;
}
