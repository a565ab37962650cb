import { citeOf } from '../../domain/document.ts';
import type { Reason } from '../../domain/verdict.ts';
import type { NameMention } from '../../text/names.ts';
import { compareSpeakers } from '../../verification/attribution.ts';
import { compareTokens } from '../../verification/compare-tokens.ts';
import type { Judgement } from '../../verification/judgement.ts';
import type { SourceSpeech } from '../../verification/occurrence.ts';
import { sourceName } from '../../verification/reasons.ts';
import { reporterOf } from '../../verification/reported-speech.ts';
import { type HeldAgainst, type Stated, shareOf } from './stated.ts';

/** Share of a statement's words that a sentence on the same matter holds; as for turned words. */
const SAME_MATTER = 0.6;

interface Heard {
  /** Whom the whole draft names: a surname alone is a person's where the full name stands elsewhere. */
  readonly draftNames: readonly NameMention[];
  readonly source: HeldAgainst;
  readonly speech: () => SourceSpeech;
}

/**
 * A verdict put right by who is said to have said it: where the article has one person say what the draft
 * has another person say, it contradicts. Nothing is told apart where either text leaves it to a role or a
 * body, or where the article has the draft's person say it too.
 */
export function holdToReporter(judgement: Judgement, stated: Stated, heard: Heard): Judgement {
  const isOpen = judgement.verdict === 'supported' || judgement.verdict === 'partially-supported';
  if (!isOpen) return judgement;
  const { text } = stated;
  // In order: those of the draft stand nowhere in the statement.
  const names = [...heard.draftNames.map((one) => ({ ...one, start: -1, end: -1 })), ...stated.names];
  const ours = reporterOf({ text, sentence: { start: 0, end: text.length } }, { names, quoted: [] });
  const reason = ours === null ? null : anotherSays(ours, { stated, names }, heard);
  return reason === null
    ? judgement
    : { ...judgement, verdict: 'contradicted', score: 0.04, reasons: [reason] };
}

type Ours = NonNullable<ReturnType<typeof reporterOf>>;

function anotherSays(
  ours: Ours,
  { stated, names }: { readonly stated: Stated; readonly names: readonly NameMention[] },
  { source, speech }: Heard,
): Reason | null {
  const { document, sentences } = source;
  const said = withoutName(stated, ours);
  const near = sentences
    .map((sentence) => ({ sentence, share: shareOf(said, sentence.stems) }))
    .filter(({ share }) => share >= SAME_MATTER)
    .sort((a, b) => b.share - a.share);
  if (near.length === 0) return null;
  const { names: theirNames, quotations } = speech();
  const told = near.map(({ sentence }) => {
    const { text } = document;
    const theirs = reporterOf({ text, sentence }, { names: theirNames, quoted: quotations });
    const sourced = { speaker: theirs, names: theirNames, text, at: sentence };
    return { theirs, attribution: compareSpeakers({ speaker: ours, names }, sourced) };
  });
  const [best] = told;
  if (best?.theirs == null || best.attribution !== 'different') return null;
  if (told.some(({ attribution }) => attribution === 'same')) return null;
  const cite = citeOf(document, best.theirs);
  const words = `draft: said by ${ours.name}; source: said by ${best.theirs.name} (${sourceName(cite)})`;
  const draft = { start: ours.start, end: ours.end, text: ours.text };
  return { code: 'name-mismatch', words, draft, source: cite };
}

// Who speaks is what may differ: the matter is told by the other words.
function withoutName(stated: Stated, { text }: Ours): Stated {
  const own = new Set(compareTokens(text).map(({ stem }) => stem));
  return { ...stated, weights: new Map([...stated.weights].filter(([stem]) => !own.has(stem))) };
}
