/** What a cell can show at the most; data may hold megabytes where a name is expected. */
const LONGEST = 300;

/** Cuts a text that no cell could show, without cutting a character in two. */
export function clip(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${Array.from(text.slice(0, LONGEST * 2))
    .slice(0, LONGEST)
    .join("")}…`;
}
