/**
 * Puts a text on the clipboard.
 *
 * @returns whether it is there. Never rejects: a frame may forbid it, and the person has to be told.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
