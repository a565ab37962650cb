import type {
  Answer,
  AnswerClaim,
  AnswerEvent,
  Conflict,
  NoticeCode,
  WritingReport,
} from '../domain/answer.ts';
import { type Ref, refOf } from '../domain/document.ts';
import { shiftSpan, spansOverlap } from '../domain/span.ts';
import { NO_ANSWER } from './compose-answer.ts';
import type { JudgedSentence } from './judge-sentence.ts';
import { readText } from './reading.ts';
import { documentsTelling, type ToldSentence } from './told-sentences.ts';

/** A sentence with what is to become of it. */
export interface SettledSentence {
  readonly judged: JudgedSentence;
  /** `shown`: borne out, wholly or in part; `struck`: shown as not borne out. */
  readonly fate: 'shown' | 'struck' | 'left-out';
  readonly wasRepaired: boolean;
  /** Its citations of passages that there are not. */
  readonly droppedCitations: number;
}

/** How the writing ended. */
export type WritingEnd =
  | { readonly kind: 'written' }
  /** The model says that the passages do not hold the answer. */
  | { readonly kind: 'no-answer' }
  /** It wrote up to a limit; `words` goes on after "The language model". */
  | { readonly kind: 'cut'; readonly words: string }
  /** It wrote nothing, or broke off; `words` goes on after "The language model". */
  | { readonly kind: 'failed'; readonly words: string };

type WrittenEvent = Exclude<AnswerEvent, { type: 'evidence-found' }>;

export interface WritingContext {
  /** Provider and model, such as `ollama/qwen3`. */
  readonly model: string;
  /** What the documents say among which other reporters of a sentence are looked for. */
  readonly told: readonly ToldSentence[];
}

export interface WrittenAnswer {
  /** What of the sentence can be shown now: its text, then its verdict. */
  add(sentence: SettledSentence): WrittenEvent[];
  /** What is left to show, and the whole answer. */
  finish(end: WritingEnd): WrittenEvent[];
}

/**
 * An answer in the making. What was shown stays: a sentence that is not borne out waits until one that is
 * stands before it. Where none comes, or the model fails, the sentences of `extractive` follow, save those
 * whose place is cited already, and the notice says so.
 */
export function createWrittenAnswer(extractive: Answer, writing: WritingContext): WrittenAnswer {
  const state = new AnswerState(extractive, writing);
  return {
    add: (sentence) => state.add(sentence),
    finish: (end) => state.finish(end),
  };
}

class AnswerState {
  readonly #extractive: Answer;
  readonly #writing: WritingContext;
  readonly #claims: AnswerClaim[] = [];
  readonly #conflicts: Conflict[] = [];
  #text = '';
  // Struck sentences before the first that is borne out.
  #waiting: SettledSentence[] = [];
  #leftOut = 0;
  #repaired = 0;
  #droppedCitations = 0;

  constructor(extractive: Answer, writing: WritingContext) {
    this.#extractive = extractive;
    this.#writing = writing;
  }

  add(sentence: SettledSentence): WrittenEvent[] {
    this.#droppedCitations += sentence.droppedCitations;
    if (sentence.fate === 'left-out') {
      this.#leftOut++;
      return [];
    }
    if (sentence.fate === 'struck' && !this.#hasShown) {
      this.#waiting.push(sentence);
      return [];
    }
    if (sentence.wasRepaired) this.#repaired++;
    return [...this.#sentence(sentence), ...this.#takeWaiting()];
  }

  finish(end: WritingEnd): WrittenEvent[] {
    if (end.kind === 'no-answer' && !this.#hasShown) return [this.#abstained()];
    const hadShown = this.#hasShown;
    const rest = !hadShown || end.kind === 'failed' ? this.#extract() : [];
    const struck = end.kind === 'failed' ? this.#dropWaiting() : this.#takeWaiting();
    const notice = noticeOf(end, { hadShown, hasRest: rest.length > 0 });
    return [...rest, ...struck, this.#finished(notice)];
  }

  get #hasShown(): boolean {
    return this.#claims.some(({ isStruck }) => isStruck !== true);
  }

  #sentence({ judged, fate }: SettledSentence): WrittenEvent[] {
    const { text, verdict, citations, reasons, opposing } = judged;
    if (opposing.length > 0)
      this.#conflicts.push({ about: this.#extractive.question, sides: [...citations, ...opposing] });
    const isStruck = fate === 'struck';
    const alsoReportedBy = isStruck ? [] : retellings(judged, this.#writing.told);
    const more = { ...(reasons.length > 0 && { reasons }), ...(isStruck && { isStruck }) };
    return this.#append({ text, verdict, citations, alsoReportedBy, ...more });
  }

  #takeWaiting(): WrittenEvent[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting.flatMap((sentence) => this.#sentence(sentence));
  }

  #dropWaiting(): WrittenEvent[] {
    this.#leftOut += this.#waiting.length;
    this.#waiting = [];
    return [];
  }

  #extract(): WrittenEvent[] {
    const cited = this.#claims.filter(({ isStruck }) => isStruck !== true).flatMap((one) => one.citations);
    const isNew = ({ citations }: AnswerClaim) =>
      !citations.some((cite) =>
        cited.some((other) => other.documentId === cite.documentId && spansOverlap(other, cite)),
      );
    return this.#extractive.claims
      .filter(isNew)
      .flatMap(({ start: _, end: __, ...claim }) => this.#append(claim));
  }

  #append(claim: Omit<AnswerClaim, 'start' | 'end'>): WrittenEvent[] {
    const mark = claim.isStruck === true ? '~~' : '';
    const lead = `${this.#text === '' ? '' : ' '}${mark}`;
    const start = this.#text.length + lead.length;
    const text = `${lead}${claim.text}${mark}`;
    const index = this.#claims.length;
    const reasons = claim.reasons?.map((reason) => ({ ...reason, draft: shiftSpan(reason.draft, start) }));
    const placed = { ...claim, ...(reasons && { reasons }), start, end: start + claim.text.length };
    this.#text += text;
    this.#claims.push(placed);
    return [
      { type: 'text-added', text },
      { type: 'claim-judged', index, claim: placed },
    ];
  }

  #report(): WritingReport {
    const struck = this.#claims.filter(({ isStruck }) => isStruck === true).length;
    return {
      model: this.#writing.model,
      droppedCitations: this.#droppedCitations,
      repaired: this.#repaired,
      struck,
      leftOut: this.#leftOut,
    };
  }

  #finished(notice: Notice | null): WrittenEvent {
    const { question, conflicts } = this.#extractive;
    const answer: Answer = {
      status: 'answered',
      question,
      text: this.#text,
      claims: this.#claims,
      conflicts: [...conflicts, ...this.#conflicts],
      nearest: [],
      ...notice,
      writing: this.#report(),
    };
    return { type: 'answer-finished', answer };
  }

  // Nothing was shown: what the archive holds nearest is what the sources' own sentences would have cited.
  #abstained(): WrittenEvent {
    this.#dropWaiting();
    const { question, claims } = this.#extractive;
    const answer: Answer = {
      status: 'abstained',
      question,
      text: NO_ANSWER,
      claims: [],
      conflicts: [],
      nearest: claims.flatMap(({ citations }) => citations.slice(0, 1)),
      writing: this.#report(),
    };
    return { type: 'answer-finished', answer };
  }
}

interface Shown {
  /** Sentences that the model wrote stand in the answer. */
  readonly hadShown: boolean;
  /** The sources' own sentences follow. */
  readonly hasRest: boolean;
}

type Notice = Required<Pick<Answer, 'notice' | 'noticeCode'>>;

const REST_WORDS: Readonly<Record<NoticeCode, string>> = {
  'own-sentences': 'these are the sources’ own sentences.',
  'own-sentences-follow': 'what follows is in the sources’ own sentences.',
  'end-missing': 'the end of its answer is missing.',
};

function noticeOf(end: WritingEnd, { hadShown, hasRest }: Shown): Notice | null {
  const noticeCode = hadShown ? (hasRest ? 'own-sentences-follow' : 'end-missing') : 'own-sentences';
  const rest = REST_WORDS[noticeCode];
  switch (end.kind) {
    case 'failed':
    case 'cut':
      return { notice: `The language model ${end.words}; ${rest}`, noticeCode };
    case 'written':
    case 'no-answer': {
      const notice = `Nothing that the language model wrote is borne out by the archive; ${rest}`;
      return hadShown ? null : { notice, noticeCode };
    }
    default:
      return end satisfies never;
  }
}

/**
 * Other documents that tell all that the sentence tells, or all of the one place that bears it out: the
 * sentence may be worded freely. Of several places each may say a part alone.
 */
function retellings({ text, citations }: JudgedSentence, told: readonly ToldSentence[]): Ref[] {
  const [only, ...others] = citations;
  const texts = [text, ...(only !== undefined && others.length === 0 ? [only.quote] : [])];
  const tellers = new Set(texts.flatMap((one) => documentsTelling(readText(one), told)));
  const cited = new Set(citations.map(({ documentId }) => documentId));
  return [...tellers].filter(({ id }) => !cited.has(id)).map(refOf);
}
