/** What `read` gives; `undefined` where it throws, as a host's getter or proxy may. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
