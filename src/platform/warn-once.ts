const said = new Set<string>();

/** Warns a developer on the console, once per message and page: a bad value in a poll must not flood it. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  if (said.size > 500) said.clear();
  said.add(message);
  console.warn(`handoff-elements: ${message}`);
}
