/** Only the value itself is looked at, so that a large or circular tree costs nothing here; who shows it must cope. */
export function isJson(value: unknown): boolean {
  return typeof value !== "function" && typeof value !== "symbol";
}
