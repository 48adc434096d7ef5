import { html, type TemplateResult } from "lit";

/** A text with what was searched for marked in it. `query` is lower case. */
export function highlight(text: string, query: string): string | (string | TemplateResult)[] {
  if (query === "") return text;
  const lower = text.toLowerCase();
  // A few letters change their length in lower case; then the places do not fit, and the text stays unmarked.
  if (lower.length !== text.length) return text;
  let found = lower.indexOf(query);
  if (found === -1) return text;
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (let count = 0; found !== -1 && count < 50; found = lower.indexOf(query, at), count++) {
    if (found > at) parts.push(text.slice(at, found));
    parts.push(html`<mark class="mark">${text.slice(found, found + query.length)}</mark>`);
    at = found + query.length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
