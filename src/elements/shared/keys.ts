/** For what closes by Escape: a host that closes its own drawer by it must not see the key. */
export function keepEscape(event: KeyboardEvent): void {
  if (event.key === "Escape") event.stopPropagation();
}

/** Whether a key is for an input method, which is at work or has just ended its word (229, in Safari). */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
