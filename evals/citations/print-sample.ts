/**
 * Prints a hundred answered questions with what is cited, each in its place, to be read by a person:
 * `node evals/citations/print-sample.ts DATA_DIR`. The same hundred at every call, as long as the same
 * questions are answered.
 */
import { randomFrom, sample } from '../asking/random.ts';
import { createModels, MODEL_DIR } from '../models.ts';
import type { EvalContext } from '../suite.ts';
import { type CitedAnswer, citedAnswers, corpusAnswers, publicQuestions } from './cited-answers.ts';

/** Answers read of each set: RGB has few questions on held-out subjects, XQuAD the most. */
const SHARES: ReadonlyMap<string, number> = new Map([
  ['RGB', 15],
  ['XQuAD', 40],
  ['ClapNQ', 30],
  ['sample corpus', 15],
]);
const SEED = 7;
// Text shown before and after a cited sentence: some two sentences, enough to see what a pronoun means.
const AROUND_CHARS = 300;

async function main(dataDir: string | undefined): Promise<void> {
  if (dataDir === undefined) throw new Error('Name the folder of the judged sets.');
  const models = createModels(MODEL_DIR);
  try {
    const context: EvalContext = {
      ...models,
      dataDir,
      cacheDir: null,
      print: (line) => void process.stderr.write(`${line}\n`),
    };
    const all = Number.MAX_SAFE_INTEGER;
    const asked = await publicQuestions(context, dataDir, all);
    const answers = [...(await citedAnswers(context, asked)), ...(await corpusAnswers(context))];
    const drawn = [...SHARES].flatMap(([set, count]) =>
      sample(
        answers.filter((one) => one.set === set),
        count,
        randomFrom(SEED),
      ),
    );
    process.stdout.write(drawn.map(printed).join('\n'));
  } finally {
    await models.close();
  }
}

function printed({ set, id, answer, documents }: CitedAnswer, index: number): string {
  const claims = answer.claims.map(({ text, citations }) => {
    const places = citations.map(({ documentId, title, publishedAt, start, end }) => {
      const around = documents.get(documentId)?.text ?? '';
      const [before, quote, after] = [
        around.slice(Math.max(0, start - AROUND_CHARS), start),
        around.slice(start, end),
        around.slice(end, end + AROUND_CHARS),
      ].map((part) => part.replaceAll(/\s+/g, ' '));
      return `    ${title}, ${publishedAt ?? 'no date'}: …${before}>>>${quote}<<<${after}…`;
    });
    return [`  - ${text}`, ...places].join('\n');
  });
  return [`${index + 1}. ${set} ${id}: ${answer.question}`, ...claims, ''].join('\n');
}

await main(process.argv[2]);
