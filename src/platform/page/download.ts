import { viewOf } from "./nodes.js";

/** Hands a file to the person. @param near where they asked for it: a pop-up downloads by itself. */
export function download(file: Blob, fileName: string, near: Node): void {
  const { document, URL } = viewOf(near);
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken its reference by the time the click returns, but some read it a little later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
