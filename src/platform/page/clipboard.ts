import { viewOf } from "./nodes.js";

/**
 * Puts a text on the clipboard; by the older way where the newer is missing (plain HTTP) or forbidden (a frame that was
 * not allowed to).
 *
 * @param near what was pressed, or the element that it is in.
 * @returns whether it is there. Never rejects: the person has to be told.
 */
export async function copyText(text: string, near: Node): Promise<boolean> {
  const owner: Document & { featurePolicy?: { allowsFeature(name: string): boolean } } = near.ownerDocument ?? document;
  try {
    // To ask for what is forbidden puts an error on the console of the host.
    if (owner.featurePolicy?.allowsFeature("clipboard-write") === false) return copyAsOfOld(text, owner);
    await viewOf(near).navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyAsOfOld(text, owner);
  }
}

/** Answers the browser's own question of what is to be copied: nothing has to be selected, and the focus stays. */
function copyAsOfOld(text: string, owner: Document): boolean {
  let isTaken = false;
  const answer = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData!.setData("text/plain", text);
    isTaken = true;
  };
  owner.addEventListener("copy", answer, true);
  try {
    return owner.execCommand("copy") && isTaken;
  } catch {
    return false;
  } finally {
    owner.removeEventListener("copy", answer, true);
  }
}
