/** Hands a text to the person as a file. */
export function downloadText(text: string, fileName: string, type: string): void {
  download(new Blob([text], { type }), fileName);
}

/** Hands a file to the person. */
export function download(file: Blob, fileName: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken its reference by the time the click returns, but some read it a little later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
