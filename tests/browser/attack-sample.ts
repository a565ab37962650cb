import type { Cite, Document } from '../../src/domain/document.ts';
import { FAMILY_NAMES, oneLine, textsOf } from './attack-texts.ts';
import { abstentionOf, answerOf, partsOf } from './stream-script.ts';
import type { Script } from './stub-server.ts';

/** One text of each family: where a test goes through every text one by one. */
export const SAMPLE: readonly string[] = FAMILY_NAMES.map((family) => oneLine(textsOf(family)[0] ?? ''));
/** Addresses that act, or seem to lead elsewhere than they do. */
export const ADDRESSES: readonly string[] = [...textsOf('schemes'), ...textsOf('lookalikes')];
export const OVERRIDE = '\u202E';

export const sample = (n: number) => SAMPLE[n % SAMPLE.length] ?? '';

/** An article whose every field attacks. */
function hostileDocument(n: number): Document {
  const text = `${sample(n)} ${OVERRIDE}desrever\n\n${SAMPLE.join('\n')}`;
  return {
    ...{ id: `d/../${n}?x=<b>`, path: `${sample(n + 1)}.md`, title: `${sample(n)}${OVERRIDE}fdp.exe` },
    ...{ author: sample(n + 2), publishedAt: sample(n + 3), url: ADDRESSES[n % ADDRESSES.length] ?? null },
    ...{
      language: '"><script>window.__pwned=1</script>',
      contentHash: '',
      access: 'public' as const,
      text,
      blocks: [],
    },
  };
}

const DOCUMENTS = SAMPLE.map((_, n) => hostileDocument(n));
/** Articles that attack, by their names. */
export const hostileDocuments = (): Map<string, Document> =>
  new Map(DOCUMENTS.map((document) => [document.id, document]));

export const HOSTILE_CITES = DOCUMENTS.map(({ id, path, title, url, publishedAt, text }): Cite => {
  const quote = text.slice(0, text.indexOf('\n'));
  return { documentId: id, path, title, url, publishedAt, start: 0, end: quote.length, quote };
});
const ANSWER = {
  ...answerOf(
    sample(0),
    HOSTILE_CITES.map((cite, n) => ({
      text: cite.quote,
      citations: [cite],
      alsoReportedBy: [HOSTILE_CITES[(n + 1) % HOSTILE_CITES.length] ?? cite],
    })),
  ),
  conflicts: [{ about: sample(1), sides: HOSTILE_CITES }],
};
const problem = JSON.stringify({ title: sample(1), detail: sample(2), fix: sample(3), status: 400 });

/** Questions, answers and refusals of which every part attacks. */
export const hostileScripts = (): Map<string, Script> =>
  new Map<string, Script>([
    [sample(0), { kind: 'answer', parts: partsOf(ANSWER) }],
    [sample(1), { kind: 'answer', parts: partsOf(abstentionOf(sample(1), sample(2), HOSTILE_CITES)) }],
    [sample(2), { kind: 'refuse', status: 400, body: problem }],
    [
      sample(3),
      { kind: 'answer', parts: [...partsOf(ANSWER).slice(0, 9), { type: 'error', errorText: sample(4) }] },
    ],
    [sample(4), { kind: 'refuse', status: 500, body: SAMPLE.join('') }],
  ]);
