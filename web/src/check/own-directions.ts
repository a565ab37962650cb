const EMBEDDING = { opens: '\u202A\u202B', end: '\u202C' };
const ISOLATE = { opens: '\u2066\u2067\u2068', end: '\u2069' };

const CONTROLS = /[\u202A-\u202C\u2066-\u2069]/g;

/**
 * A stretch of a foreign text after which directions are as they were before it: what it leaves open is ended,
 * what it ends without having opened it is left out (Unicode Bidirectional Algorithm, BD8–BD13). A mark of the
 * page's own behind it then stands where it would stand behind any other words.
 */
export function withOwnDirections(text: string): string {
  const open: string[] = [];
  const shown = text.replace(CONTROLS, (control) => {
    const kind = [EMBEDDING, ISOLATE].find(({ opens }) => opens.includes(control));
    if (kind !== undefined) open.push(kind.end);
    return kind === undefined ? endedBy(control, open) : control;
  });
  return shown + open.reverse().join('');
}

/** The end of an isolate also ends the embeddings inside it; that of an embedding ends no isolate. */
function endedBy(control: string, open: string[]): string {
  const at = control === ISOLATE.end ? open.lastIndexOf(control) : open.length - 1;
  if (at < 0 || open[at] !== control) return '';
  return open.splice(at).reverse().join('');
}
