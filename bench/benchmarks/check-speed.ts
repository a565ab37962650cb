import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Benchmark, BenchOptions, Figure } from '../benchmark.ts';
import { cachedIndex } from '../measure/cached-index.ts';
import { runCheckCommand } from '../measure/check-command.ts';
import { median } from '../measure/statistics.ts';
import { withTempFolder } from '../measure/temp-folder.ts';
import { generateArticle } from '../texts/articles.ts';

/** Of some 5,000 articles. */
const DEFAULT_PASSAGES = 35_000;
const DEFAULT_RUNS = 3;
const SENTENCES = 60;
/** What a draft of that many sentences against that many articles may take on two idle cores, in seconds. */
const MOST_SECONDS = 15;

/** The whole `check` command, from the start of its process to its end. */
export const checkBenchmark: Benchmark = {
  name: 'check',
  about: 'seconds of check for a draft of 60 sentences against 5,000 articles (runs: drafts)',
  run: (options, print) => withTempFolder((dir) => run(dir, options, print)),
};

async function run(
  dir: string,
  options: BenchOptions,
  print: (line: string) => void,
): Promise<readonly Figure[]> {
  const { corpus, index, articles } = await cachedIndex(options, options.passages ?? DEFAULT_PASSAGES, print);
  const checks: { seconds: number; claims: number }[] = [];
  for (let number = 0; number < (options.runs ?? DEFAULT_RUNS); number++) {
    const draft = join(dir, `draft-${number}.txt`);
    await writeFile(draft, draftOf(options.seed, number, articles));
    const { seconds, report } = await runCheckCommand({ corpus, index, draft });
    print(`draft ${number + 1}: ${report.claims.length} claims in ${seconds.toFixed(1)} s`);
    checks.push({ seconds, claims: report.claims.length });
  }
  return [
    { what: 'articles', value: articles, unit: '' },
    { what: 'claims of a draft', value: median(checks.map(({ claims }) => claims)), unit: '' },
    {
      what: `a draft of ${SENTENCES} sentences`,
      value: median(checks.map(({ seconds }) => seconds)),
      unit: 's',
      atMost: MOST_SECONDS,
    },
    { what: 'the slowest', value: Math.max(...checks.map(({ seconds }) => seconds)), unit: 's' },
  ];
}

/** Sentences of the archive, as they are and with another figure, and of articles that it does not have. */
function draftOf(seed: number, number: number, articles: number): string {
  const sentences = Array.from({ length: SENTENCES }, (_, at) => {
    const isKnown = at % 3 < 2;
    const from = isKnown ? ((number + 1) * 997 + at * 83) % articles : 800_000 + number * SENTENCES + at;
    const sentence = firstSentence(generateArticle(seed * 1_000_000 + from).paragraphs);
    return at % 3 === 1 ? sentence.replace(/\d+/, (figure) => String(Number(figure) + 3)) : sentence;
  });
  return `${sentences.join(' ')}\n`;
}

const firstSentence = (paragraphs: readonly string[]) =>
  /^.{40,}?[.”](?=\s|$)/su.exec(paragraphs.join(' '))?.[0] ?? '';
