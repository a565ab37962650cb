import type { Cite, Document } from '../../src/domain/document.ts';
import { abstentionOf, answerOf, partsOf } from './stream-script.ts';
import type { Script } from './stub-server.ts';

// Texts that would act if anything took them for more than text. Each sets `pwned` where it succeeds.
export const ATTACKS = [
  '<script>window.pwned = 1</script>',
  '<img src=x onerror="window.pwned = 1">',
  '<svg onload=window.pwned=1></svg><iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  '"><b onmouseover=window.pwned=1 onfocus=window.pwned=1 autofocus tabindex=0>x</b>',
  '</p></article></dialog><style>*{display:none}</style>',
  '{{constructor.constructor("window.pwned=1")()}}',
  '[link](javascript:window.pwned=1) ![x](https://evil.example/leak.png)',
  '<!--lit-part--><?lit$1$?><lit-part>',
  '<!--$0--><b $0="x" $1>',
];
const URLS = [
  'javascript:window.pwned=1',
  'java\nscript:window.pwned=1',
  ' data:text/html,<script>parent.pwned=1</script>',
  'vbscript:pwned',
  'https://news.example/"onclick="window.pwned=1',
];
export const OVERRIDE = '\u202E';

export const attack = (n: number) => ATTACKS[n % ATTACKS.length] ?? '';

/** An article whose every field attacks. */
function hostileDocument(n: number): Document {
  const text = `${attack(n)} ${OVERRIDE}desrever\n\n${ATTACKS.join('\n')}`;
  return {
    ...{ id: `d/../${n}?x=<b>`, path: `${attack(n + 1)}.md`, title: `${attack(n)}${OVERRIDE}fdp.exe` },
    ...{ author: attack(n + 2), publishedAt: attack(n + 3), url: URLS[n % URLS.length] ?? null },
    ...{
      language: '"><script>window.pwned=1</script>',
      contentHash: '',
      access: 'public' as const,
      text,
      blocks: [],
    },
  };
}

const DOCUMENTS = ATTACKS.map((_, n) => hostileDocument(n));
/** Articles that attack, by their names. */
export const hostileDocuments = (): Map<string, Document> =>
  new Map(DOCUMENTS.map((document) => [document.id, document]));

export const HOSTILE_CITES = DOCUMENTS.map(({ id, path, title, url, publishedAt, text }): Cite => {
  const quote = text.slice(0, text.indexOf('\n'));
  return { documentId: id, path, title, url, publishedAt, start: 0, end: quote.length, quote };
});
const ANSWER = {
  ...answerOf(
    attack(0),
    HOSTILE_CITES.map((cite, n) => ({
      text: cite.quote,
      citations: [cite],
      alsoReportedBy: [HOSTILE_CITES[(n + 1) % HOSTILE_CITES.length] ?? cite],
    })),
  ),
  conflicts: [{ about: attack(1), sides: HOSTILE_CITES }],
};
const problem = JSON.stringify({ title: attack(1), detail: attack(2), fix: attack(3), status: 400 });

/** Questions, answers and refusals of which every part attacks. */
export const hostileScripts = (): Map<string, Script> =>
  new Map<string, Script>([
    [attack(0), { kind: 'answer', parts: partsOf(ANSWER) }],
    [attack(1), { kind: 'answer', parts: partsOf(abstentionOf(attack(1), attack(2), HOSTILE_CITES)) }],
    [attack(2), { kind: 'refuse', status: 400, body: problem }],
    [
      attack(3),
      { kind: 'answer', parts: [...partsOf(ANSWER).slice(0, 9), { type: 'error', errorText: attack(4) }] },
    ],
    [attack(4), { kind: 'refuse', status: 500, body: ATTACKS.join('') }],
  ]);

// What the element is made of (`#note` is left out: it places itself with its style). Anything else in its tree came from a text that was taken for HTML.
export const OWN_TAGS = [
  ...[
    'div',
    'form',
    'label',
    'textarea',
    'button',
    'p',
    'dialog',
    'article',
    'h2',
    'h3',
    'section',
    'ul',
    'li',
  ],
  ...['aside', 'desk-chat', 'input', 'select', 'option', 'footer', 'fieldset', 'legend'],
  ...['span', 'bdi', 'svg', 'path', 'circle', 'rect', 'header', 'a', 'mark', 'blockquote', 'i'],
];
