import type { CheckedClaim } from '../../src/domain/check.ts';
import { checkDraft } from '../../src/use-cases/check-draft.ts';
import type { SearchDeps } from '../../src/use-cases/search.ts';
import { withBuiltIndex } from '../built-index.ts';
import { loadNewsTexts } from '../checking/news-texts.ts';
import { EXPECTED, type ItemKind, type PlantedItem, plantItems } from '../checking/planted-items.ts';
import type { CollectionText } from '../collections/collection.ts';
import type { EvalContext, Floor, Suite, SuiteResult, Table } from '../suite.ts';
import { pathOfText, textSource } from '../text-source.ts';

/** Sentences of a kind. With 200, one sentence is half a percent. */
const PER_KIND = 200;
const SEED = 20_260_503;
/** Sentences of one draft: what a person would hand in. */
const DRAFT_SENTENCES = 50;

export const checkingSuite: Suite = {
  name: 'checking',
  about: 'planted edits: changed numbers, dates, quotations, names and negations in news sentences',
  run,
};

async function run(context: EvalContext): Promise<SuiteResult> {
  const { dataDir } = context;
  if (dataDir === null) return { status: 'skipped', reason: 'No data folder was given.' };
  const texts = await loadNewsTexts(dataDir);
  const items = plantItems(texts, { perKind: PER_KIND, seed: SEED });
  const embedder = await context.embedder();
  const judged = await withBuiltIndex(context, { name: 'checking', source: textSource(texts) }, ({ index }) =>
    judgeItems({ index, embedder }, items),
  );
  const rows = kindsOf(items).map((kind) =>
    rowOf(
      kind,
      judged.filter(({ item }) => item.kind === kind),
      texts,
    ),
  );
  return { status: 'done', tables: [tableOf(rows)], floors: rows.flatMap(floorsOf) };
}

/** An item with the claims that the checker made of it. */
export interface JudgedItem {
  readonly item: PlantedItem;
  readonly claims: readonly CheckedClaim[];
}

/** Checks the items in drafts of some fifty sentences, a paragraph each. */
export async function judgeItems(deps: SearchDeps, items: readonly PlantedItem[]): Promise<JudgedItem[]> {
  const judged: JudgedItem[] = [];
  for (let from = 0; from < items.length; from += DRAFT_SENTENCES) {
    const part = items.slice(from, from + DRAFT_SENTENCES);
    const claims = await checkedClaims(deps, part.map(({ text }) => text).join('\n\n'));
    let start = 0;
    for (const item of part) {
      const end = start + item.text.length;
      judged.push({ item, claims: claims.filter((claim) => claim.start >= start && claim.end <= end) });
      start = end + 2;
    }
  }
  return judged;
}

async function checkedClaims(deps: SearchDeps, draft: string): Promise<readonly CheckedClaim[]> {
  for await (const event of checkDraft(deps, { draft })) {
    if (event.type === 'check-finished') return event.report.claims;
  }
  throw new Error('The check ended without a report.');
}

interface Row {
  readonly kind: ItemKind;
  readonly count: number;
  /** Shares of the items. */
  readonly flagged: number;
  readonly rightReason: number;
  readonly supported: number;
  /** The first citation is from an article that holds the original sentence. */
  readonly rightArticle: number;
}

const kindsOf = (items: readonly PlantedItem[]) => [...new Set(items.map(({ kind }) => kind))].sort();

function rowOf(kind: ItemKind, judged: readonly JudgedItem[], texts: readonly CollectionText[]): Row {
  const share = (holds: (claims: readonly CheckedClaim[]) => boolean) =>
    judged.filter(({ claims }) => holds(claims)).length / judged.length;
  const expected = EXPECTED[kind];
  const isFlagged = (claim: CheckedClaim) => claim.verdict === 'contradicted';
  return {
    kind,
    count: judged.length,
    flagged: share((claims) => claims.some(isFlagged)),
    rightReason: share((claims) =>
      claims.some((claim) => isFlagged(claim) && claim.reasons.some(({ code }) => code === expected)),
    ),
    supported: share((claims) => claims.length > 0 && claims.every(({ verdict }) => verdict === 'supported')),
    rightArticle: judged.filter((one) => citesSource(one, texts)).length / judged.length,
  };
}

// Several articles may hold one sentence.
function citesSource({ item, claims }: JudgedItem, texts: readonly CollectionText[]): boolean {
  const sources = new Set(
    texts.filter(({ text }) => text.includes(item.original)).map(({ id }) => pathOfText(id)),
  );
  return claims.some(({ evidence }) => evidence[0] !== undefined && sources.has(evidence[0].path));
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function tableOf(rows: readonly Row[]): Table {
  return {
    title: 'Planted edits, one sentence a paragraph',
    columns: [
      'kind',
      'sentences',
      'contradicted',
      'with the right reason',
      'all supported',
      'cites the source first',
    ],
    rows: rows.map((row) => [
      row.kind,
      row.count,
      percent(row.flagged),
      EXPECTED[row.kind] === null ? null : percent(row.rightReason),
      percent(row.supported),
    ]),
  };
}

// What must not get worse; a little below what was measured when the rules were last changed.
const FLOORS: Partial<Record<ItemKind, number>> = {};

function floorsOf({ kind, flagged }: Row): Floor[] {
  const atLeast = FLOORS[kind];
  if (atLeast === undefined) return [];
  const passes = EXPECTED[kind] === null;
  return [
    {
      what: passes ? `${kind}: not flagged` : `${kind}: flagged`,
      value: passes ? 1 - flagged : flagged,
      atLeast,
    },
  ];
}
