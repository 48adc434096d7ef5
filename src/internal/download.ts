/** Hands a text to the person as a file. */
export function downloadText(text: string, fileName: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken its reference by the time the click returns, but some read it a little later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
