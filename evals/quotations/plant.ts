import type { ReasonCode, Verdict } from '../../src/domain/verdict.ts';
import { randomFrom, sample } from '../asking/random.ts';
import type { ArchiveTexts } from './archive-texts.ts';
import { changeNumber, changeWord, type Edit, indirect, negate, remark, shorten } from './edits.ts';
import { holdersAmong } from './holders.ts';
import { namedQuotations, pronounQuotations, type Spoken } from './spoken.ts';
import { asDraft } from './wordings.ts';

export type PlantedKind =
  | 'verbatim'
  | 'other marks'
  | 'shortened'
  | 'word'
  | 'number'
  | 'negation'
  | 'other person'
  | 'person of the article'
  | 'invented'
  | 'indirect speech';

/** A draft of one quotation, and what was done to the archive's own to get it. */
export interface PlantedQuotation {
  readonly kind: PlantedKind;
  readonly draft: string;
  /** Texts that hold the original; empty for an invention. */
  readonly sources: readonly string[];
}

/** What the checker should find. */
export const EXPECTED: Readonly<
  Record<PlantedKind, { readonly verdicts: readonly Verdict[]; readonly code: ReasonCode | null }>
> = {
  verbatim: { verdicts: ['supported'], code: null },
  'other marks': { verdicts: ['supported'], code: null },
  shortened: { verdicts: ['supported'], code: null },
  word: { verdicts: ['contradicted'], code: 'quote-altered' },
  number: { verdicts: ['contradicted'], code: 'quote-altered' },
  negation: { verdicts: ['contradicted'], code: 'quote-altered' },
  'other person': { verdicts: ['contradicted'], code: 'quote-misattributed' },
  'person of the article': { verdicts: ['contradicted'], code: 'quote-misattributed' },
  invented: { verdicts: ['unsupported'], code: 'quote-not-found' },
  'indirect speech': { verdicts: ['contradicted', 'partially-supported'], code: 'quote-altered' },
};

interface Pool {
  readonly named: readonly Spoken[];
  readonly all: readonly Spoken[];
  readonly outside: readonly Spoken[];
  readonly reported: readonly Spoken[];
  readonly speakers: readonly string[];
  readonly textOf: ReadonlyMap<string, string>;
  readonly random: () => number;
}

/** Up to `perKind` quotations of each kind, as many as the archive has; the same for the same seed. */
export function plantQuotations(
  { archive, heldOut }: ArchiveTexts,
  options: { readonly perKind: number; readonly seed: number },
): PlantedQuotation[] {
  const holding = holdersAmong(archive);
  const named = archive.flatMap(namedQuotations);
  const pool: Pool = {
    named,
    all: [...named, ...archive.flatMap(pronounQuotations)],
    outside: [...heldOut.flatMap(namedQuotations), ...heldOut.flatMap(pronounQuotations)].filter(
      ({ said }) => holding(said).length === 0,
    ),
    reported: archive.flatMap(indirect),
    speakers: [...new Set(named.flatMap(({ speaker }) => speaker ?? []))],
    textOf: new Map(archive.map(({ id, text }) => [id, text])),
    random: randomFrom(options.seed),
  };
  // The keys are the kinds.
  const kinds = Object.keys(EXPECTED) as PlantedKind[];
  return kinds.flatMap((kind) =>
    sample(sourcesFor(kind, pool), Number.POSITIVE_INFINITY, pool.random)
      .flatMap((spoken) => {
        const draft = draftOf(kind, spoken, pool);
        return draft === null ? [] : [{ kind, draft, said: spoken.said }];
      })
      .slice(0, options.perKind)
      .map(({ said, ...one }) => ({ ...one, sources: holding(said) })),
  );
}

function sourcesFor(kind: PlantedKind, pool: Pool): readonly Spoken[] {
  switch (kind) {
    case 'person of the article':
      return pool.named;
    case 'invented':
      return pool.outside;
    case 'indirect speech':
      return pool.reported;
    default:
      return pool.all;
  }
}

const EDITS: Partial<Record<PlantedKind, Edit>> = {
  shortened: shorten,
  word: changeWord,
  number: changeNumber,
  negation: negate,
};

function draftOf(kind: PlantedKind, spoken: Spoken, pool: Pool): string | null {
  const edit = EDITS[kind] ?? ((said: string) => said);
  const said = edit(spoken.said, pool.random);
  if (said === null || said === undefined) return null;
  const speaker = speakerFor(kind, spoken, pool);
  if (speaker === undefined) return null;
  const draft = asDraft(said, speaker, pool.random);
  return kind === 'other marks' ? remark(draft, pool.random) : draft;
}

// Undefined where no such person is found.
function speakerFor(kind: PlantedKind, { textId, speaker }: Spoken, pool: Pool): string | null | undefined {
  const text = pool.textOf.get(textId) ?? '';
  const surname = (name: string) => name.split(' ').at(-1) ?? '';
  const pick = (list: readonly string[]) => sample(list, 1, pool.random)[0];
  switch (kind) {
    case 'other person':
      return pick(pool.speakers.filter((name) => !text.includes(surname(name))));
    case 'person of the article':
      return pick(
        pool.speakers.filter((name) => text.includes(name) && surname(name) !== surname(speaker ?? '')),
      );
    default:
      return speaker;
  }
}
