/** What is put on the clipboard, by media type; `text/plain` is what every program can take. */
export interface Clip {
  readonly 'text/plain': string;
  readonly 'text/html'?: string;
}

/** Copies; false where the browser does not let it. Must be called while a click is being handled. */
export async function copy(clip: Clip): Promise<boolean> {
  try {
    const blobs = Object.entries(clip).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    // No clipboard over plain http on a network: the older way, which is there too.
    return copyByEvent(clip);
  }
}

function copyByEvent(clip: Clip): boolean {
  const fill = (event: ClipboardEvent) => {
    for (const [type, text] of Object.entries(clip)) event.clipboardData?.setData(type, text);
    event.preventDefault();
  };
  document.addEventListener('copy', fill, { once: true, capture: true });
  const isCopied = document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  return isCopied;
}
