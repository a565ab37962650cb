import type { OpenIndex } from '../../src/ports/index-store.ts';
import type { Judgement } from '../../src/verification/judgement.ts';
import { withBuiltIndex } from '../built-index.ts';
import type { CollectionText } from '../collections/collection.ts';
import { loadArchiveTexts } from '../quotations/archive-texts.ts';
import { type JudgedQuotation, judgeQuotations } from '../quotations/judge.ts';
import { noVectors } from '../quotations/no-vectors.ts';
import { EXPECTED, type PlantedKind, type PlantedQuotation, plantQuotations } from '../quotations/plant.ts';
import { plainWords } from '../quotations/spoken.ts';
import type { EvalContext, Floor, Suite, SuiteResult, Table } from '../suite.ts';
import { textSource } from '../text-source.ts';

const ARTICLES = 5_000;
const PER_KIND = 200;
const SEED = 20_261_122;

export const quotationsSuite: Suite = {
  name: 'quotations',
  about: 'quotations looked for in 5,000 texts: verbatim, altered, misattributed, invented',
  run,
};

async function run(context: EvalContext): Promise<SuiteResult> {
  const { dataDir } = context;
  if (dataDir === null) return { status: 'skipped', reason: 'No data folder was given.' };
  const texts = await loadArchiveTexts(dataDir, ARTICLES);
  const source = textSource(texts.archive);
  return withBuiltIndex(
    { ...context, embedder: async () => noVectors },
    { name: 'quotations', source },
    async ({ index }) => {
      const archive = await indexedTexts(index);
      const planted = plantQuotations({ ...texts, archive }, { perKind: PER_KIND, seed: SEED });
      const start = performance.now();
      const judged = await judgeQuotations(index, planted);
      const seconds = (performance.now() - start) / 1_000;
      const rows = kindsOf(planted).map((kind) => rowOf(kind, judged));
      const tables = [
        verdictTable(rows),
        await findingTable(index, rows, planted),
        // A measurement that no floor rests on.
        ...(context.quick === true ? [] : [speedTable(seconds, planted, archive)]),
      ];
      return { status: 'done', tables, floors: rows.flatMap(floorsOf) };
    },
  );
}

// What the index holds of the texts: cleaning leaves menus and the like out.
async function indexedTexts(index: OpenIndex): Promise<CollectionText[]> {
  const documents = await index.passages.listDocuments();
  return Promise.all(
    documents.map(async ({ id, path }) => {
      const text = (await index.passages.document(id))?.text ?? '';
      return { id: path, title: null, text, publishedAt: null };
    }),
  );
}

interface Row {
  readonly kind: PlantedKind;
  readonly count: number;
  /** Shares of the quotations. */
  readonly rightVerdict: number;
  readonly rightReason: number;
  readonly rightFirst: number;
}

const kindsOf = (planted: readonly PlantedQuotation[]) => [...new Set(planted.map(({ kind }) => kind))];

function rowOf(kind: PlantedKind, all: readonly JudgedQuotation[]): Row {
  const judged = all.filter(({ planted }) => planted.kind === kind);
  const share = (holds: (one: JudgedQuotation) => boolean) => judged.filter(holds).length / judged.length;
  return {
    kind,
    count: judged.length,
    rightVerdict: share(isRight),
    rightReason: share((one) => isRight(one) && hasReason(one)),
    rightFirst: share(citesSource),
  };
}

// One part of an interrupted quotation that is flagged flags it; every part must be borne out.
function isRight({ planted, parts }: JudgedQuotation): boolean {
  const { verdicts } = EXPECTED[planted.kind];
  const isExpected = (part: Judgement) => verdicts.includes(part.verdict);
  return (
    parts.length > 0 && (verdicts.includes('contradicted') ? parts.some(isExpected) : parts.every(isExpected))
  );
}

function hasReason({ planted, parts }: JudgedQuotation): boolean {
  const { code } = EXPECTED[planted.kind];
  return code === null || parts.some(({ reasons }) => reasons.some((reason) => reason.code === code));
}

function citesSource({ planted, parts }: JudgedQuotation): boolean {
  const paths = new Set(planted.sources);
  return (
    parts.length > 0 && parts.some(({ evidence }) => evidence[0] !== undefined && paths.has(evidence[0].path))
  );
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function verdictTable(rows: readonly Row[]): Table {
  return {
    title: 'Quotations in 5,000 texts',
    columns: ['kind', 'quotations', 'expected', 'right verdict', 'and reason', 'right article first'],
    rows: rows.map((row) => [
      row.kind,
      row.count,
      EXPECTED[row.kind].verdicts[0] ?? null,
      percent(row.rightVerdict),
      EXPECTED[row.kind].code === null ? null : percent(row.rightReason),
      NO_SOURCE.has(row.kind) ? null : percent(row.rightFirst),
    ]),
  };
}

// An invention has no source; what is reported in other words is not found by its own.
const NO_SOURCE: ReadonlySet<PlantedKind> = new Set(['invented', 'indirect speech']);

async function findingTable(
  index: OpenIndex,
  rows: readonly Row[],
  planted: readonly PlantedQuotation[],
): Promise<Table> {
  const paths = new Map((await index.passages.listDocuments()).map(({ id, path }) => [id, path]));
  const verbatim = planted.filter(({ kind }) => kind === 'verbatim');
  let right = 0;
  for (const { draft, sources } of verbatim) {
    const [first] = await index.terms.query(draft, { limit: 1 });
    const [passage] = first === undefined ? [] : await index.passages.passages([first.id]);
    if (sources.includes(paths.get(passage?.documentId ?? '') ?? '')) right++;
  }
  return {
    title: 'Right article first, verbatim quotations with who said them',
    columns: ['search', 'share'],
    rows: [
      ['words alone (BM25)', percent(right / verbatim.length)],
      ['the checker', percent(rows.find(({ kind }) => kind === 'verbatim')?.rightFirst ?? 0)],
    ],
  };
}

// The peer is what a person would write first: every text folded to plain words, then searched.
function speedTable(
  seconds: number,
  planted: readonly PlantedQuotation[],
  texts: readonly CollectionText[],
): Table {
  const start = performance.now();
  const plain = texts.map(({ text }) => plainWords(text));
  let found = 0;
  for (const { draft } of planted) {
    const needle = plainWords(/["“«„‘](.+?)["”»“’]/u.exec(draft)?.[1] ?? draft);
    for (const words of plain) if (words.includes(needle)) found++;
  }
  const peer = (performance.now() - start) / 1_000;
  return {
    title: 'Time',
    columns: ['search', 'quotations', 'seconds', 'times the plain scan'],
    rows: [
      [`plain scan (${found} found)`, planted.length, peer.toFixed(2), '1.0'],
      ['the checker', planted.length, seconds.toFixed(2), (seconds / peer).toFixed(1)],
    ],
  };
}

// What must not get worse: one or two of a hundred under what was measured when the rules were last changed.
const FLOORS: Readonly<Record<PlantedKind, number>> = {
  verbatim: 0.99,
  'other marks': 0.98,
  shortened: 0.98,
  word: 0.98,
  // One of the 37 is 2.7 %.
  number: 0.95,
  negation: 0.98,
  'other person': 0.97,
  'person of the article': 0.95,
  invented: 0.97,
  // Few articles report what a person would put in marks: one of the nine is 11 %.
  'indirect speech': 0.85,
};

function floorsOf({ kind, rightVerdict, rightFirst }: Row): Floor[] {
  const verdict = { what: `${kind}: right verdict`, value: rightVerdict, atLeast: FLOORS[kind] };
  const first = { what: `${kind}: right article first`, value: rightFirst, atLeast: 0.98 };
  return kind === 'verbatim' ? [verdict, first] : [verdict];
}
