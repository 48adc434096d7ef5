import { firstCharacters } from "./characters.js";

/** The most that a cell can show; data may hold megabytes where a name is expected. */
const LONGEST = 300;

/** Shortens a text that no cell could show, without cutting a character in two. */
export function clip(text: string, longest = LONGEST): string {
  const shown = firstCharacters(text, longest);
  return shown.length < text.length ? `${shown}…` : text;
}
