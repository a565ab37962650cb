import { documentIdOf } from '../../src/ingest/document-id.ts';
import { ATTACKS, type Attack, attack, oneLine } from './attack-texts.ts';

/** The one thing that a desk over these articles can answer. */
export const QUESTION = 'How much did the repair of the Velmora bridge cost?';
export const FACT = 'The repair of the Velmora bridge cost 41 million crowns';

export interface HostileFile {
  /** Relative to the corpus. */
  readonly name: string;
  readonly text: string;
}

// A name of a file is at most 255 bytes, and the sidecar's ending comes on top.
const MAX_NAME_BYTES = 220;

/** As much of a text as a file system takes of it as a name; the number keeps names apart. */
function fileName(n: number): string {
  const legal = oneLine(attack(n)).replaceAll('/', '\u2215').replaceAll('\uFFFD', '');
  let name = '';
  for (const sign of legal) if (Buffer.byteLength(name + sign) <= MAX_NAME_BYTES) name += sign;
  // A name that begins with a dot is hidden, which no index takes.
  return `${name.replace(/^\.+/, '')} ${n}`;
}

/** A whole attack as the name of a file: it is short enough, and needed no change. */
const isWholeName = (n: number) =>
  fileName(n).startsWith(oneLine(attack(n)).replaceAll('/', '\u2215')) && oneLine(attack(n)) !== '';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** An article of three paragraphs, with its sidecar; body, title, author, address and name attack. */
function filesOf(n: number): readonly HostileFile[] {
  const name = fileName(n);
  const fields = {
    title: oneLine(attack(n + 1)),
    author: oneLine(attack(n + 2)),
    url: attack(n).toWellFormed(),
  };
  // JSON is YAML, but for what YAML cannot hold.
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  const [first, last] = [
    `Town ${n} has a story of its own, which is told here at some length.`,
    `Nobody was hurt in town ${n}.`,
  ];
  const words = attack(n).toWellFormed();
  const body = `${first}\n\n${words}\n\n${last}\n`;
  if (n % 3 === 0) return [{ name: `${name}.md`, text: `---\n${lines.join('')}---\n\n${body}` }];
  if (n % 3 === 1)
    return [
      { name: `${name}.txt`, text: body },
      { name: `${name}.txt.citedesk.yaml`, text: lines.join('') },
    ];
  const head = `<title>${escaped(fields.title)}</title><meta name="author" content="${escaped(fields.author)}">`;
  const paragraphs = [first, words, last].map((said) => `<p>${escaped(said)}</p>`).join('');
  const canonical = `<link rel="canonical" href="${escaped(fields.url)}">`;
  return [
    {
      name: `${name}.html`,
      text: `<!doctype html>${head}${canonical}<article><h1>${escaped(fields.title)}</h1>${paragraphs}</article>`,
    },
  ];
}

/** An article for every attack, in every format in turn, and one that answers `QUESTION`. */
export const hostileCorpus = (): readonly HostileFile[] => [
  ...ATTACKS.flatMap((_, n) => filesOf(n)),
  { name: 'fact.txt', text: `The Velmora bridge\n\n${FACT}. It took eleven months.\n` },
];

/** How many attacks stand whole in the name of a file. */
export const WHOLE_NAMES = ATTACKS.filter((_, n) => isWholeName(n)).length;

/** The articles of a corpus, without their sidecars, by id. */
export const idsOf = (files: readonly HostileFile[]): Promise<readonly string[]> =>
  Promise.all(files.filter(({ name }) => !name.endsWith('.yaml')).map(({ name }) => documentIdOf(name)));

// Longer ones repeat themselves, and cost the models most of the time.
const MAX_ATTACK_CHARS = 300;
export const shortened = (text: string) => oneLine(text).slice(0, MAX_ATTACK_CHARS).toWellFormed();

/** These attacks in a sentence of a writer who knows the fact. */
const sentenceOf = (texts: readonly string[]) => `${FACT}, says ${texts.map(shortened).join(' ')}.`;

// In Markdown and HTML an element that is never closed takes all that follows it, so what opens none comes first.
const opensNothing = ({ text }: Attack) => !/<|^#|^~~~|```/.test(text);

/** A draft with a sentence for every attack, a paragraph each. */
export const DRAFT = [...ATTACKS.filter(opensNothing), ...ATTACKS.filter((one) => !opensNothing(one))]
  .map(({ text }) => sentenceOf([text]))
  .join('\n\n');

// An answer has at most so many written sentences besides the one that is true.
const WRITTEN_SENTENCES = 15;
// More to a sentence, and fewer answers hold them all.
const ATTACKS_IN_SENTENCE = 4;

/** So many answers hold every attack. */
export const WRITTEN_ANSWERS = Math.ceil(ATTACKS.length / (WRITTEN_SENTENCES * ATTACKS_IN_SENTENCE));

/** What a model writes when it is asked for the n-th time: the fact, and the next attacks, all with this citation. */
export function writtenAnswer(n: number, passage: string): readonly string[] {
  const first = (n % WRITTEN_ANSWERS) * WRITTEN_SENTENCES;
  const told = Array.from({ length: WRITTEN_SENTENCES }, (_, at) => {
    const from = (first + at) * ATTACKS_IN_SENTENCE;
    return ATTACKS.slice(from, from + ATTACKS_IN_SENTENCE).map(({ text }) => text);
  });
  const said = told.filter((texts) => texts.length > 0).map(sentenceOf);
  return [`${FACT}.`, ...said].map((sentence) => `${sentence} [${passage}]\n`);
}

// What a question may hold, in UTF-16 units.
const MAX_QUESTION_CHARS = 2_000;

/** All attacks, as many to a question as it holds. */
export function hostileQuestions(): readonly string[] {
  const questions: string[] = [];
  let open = '';
  for (const { text } of ATTACKS) {
    const next = oneLine(text).slice(0, MAX_ATTACK_CHARS).toWellFormed();
    if (open.length + next.length + 1 > MAX_QUESTION_CHARS) {
      questions.push(open);
      open = '';
    }
    open += `${next} `;
  }
  return [...questions, open].map((question) => question.trim());
}
