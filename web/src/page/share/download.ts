/** Hands a text to the reader as a file of that name. */
export function download(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file after this turn of its loop.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
