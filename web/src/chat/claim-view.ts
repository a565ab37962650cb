import { html, nothing, type TemplateResult } from 'lit';
import type { Cite } from '../../../src/domain/document.ts';
import { numberedCites, type Segment } from '../stream/answer-view.ts';
import { reasonKind } from '../stream/reasons.ts';
import type { NumberedCite, Turn, TurnClaim } from '../stream/turn.ts';
import { readsEnglish } from '../strings/wording.ts';
import { plainLine, plainProse } from '../text/bidi.ts';
import { verdictIcon } from './icons.ts';
import { listenerElement, targetOf, type ViewContext } from './view-context.ts';

// A last word longer than this may wrap away from its citations: better than running out of the column.
const MAX_KEPT_WORD_CHARS = 24;

/** A stretch of the answer: a sentence with its verdict and citations, or bare text. */
export function segmentView(segment: Segment, turn: Turn, context: ViewContext): TemplateResult {
  if (segment.kind === 'text') return html`<span class="bare">${plainProse(segment.text)}</span>`;
  const { claim, citations } = segment;
  const [head, lastWord] = splitLastWord(plainProse(claim.text));
  // The last word and the marks stay together on one line. No white space but the text's own: it shows.
  const said = (text: string) => (claim.isStruck === true ? html`<s>${text}</s>` : text);
  return html`<span class="claim" data-verdict=${claim.verdict}>${said(head)}<span class="kept"
    >${said(lastWord)}${marks(claim, citations, turn, context)}</span>${reasonView(claim, context)}</span>`;
}

// The first says most; white space before it, so that it may begin a line of its own.
function reasonView(
  { reasons = [], text }: TurnClaim,
  { strings }: ViewContext,
): TemplateResult | typeof nothing {
  const [reason] = reasons;
  if (reason === undefined) return nothing;
  if (readsEnglish(strings)) return html` <bdi class="reason">${plainLine(reason.words)}</bdi>`;
  const { draft, code } = reason;
  // The words at issue, in the quotation marks of the reader's language; not the sentence all over.
  const words = draft.text.length < text.length ? html` — <q>${plainLine(draft.text)}</q>` : nothing;
  return html` <bdi class="reason">${strings.reasons[reasonKind(code)]}${words}</bdi>`;
}

function splitLastWord(text: string): readonly [string, string] {
  const at = text.trimEnd().lastIndexOf(' ') + 1;
  return text.length - at > MAX_KEPT_WORD_CHARS ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

function marks(
  claim: TurnClaim,
  citations: readonly NumberedCite[],
  turn: Turn,
  context: ViewContext,
): TemplateResult {
  const words = context.strings.verdicts[claim.verdict];
  const quiet = claim.verdict === 'supported' && citations.length > 0;
  return html`<span class="marks"><span class="verdict" data-verdict=${claim.verdict}>${verdictIcon(claim.verdict)}<span
    class=${quiet ? 'unseen' : 'verdict-words'}>${words}</span></span>${citations.map((citation) =>
      citationButton(citation, claim, turn, context),
    )}</span>`;
}

function citationButton(
  { number, cite }: NumberedCite,
  claim: TurnClaim,
  turn: Turn,
  { strings, actions, open: shown }: ViewContext,
): TemplateResult {
  const { verdict, alsoReportedBy } = claim;
  const note = { cite, verdict, alsoReportedBy };
  const show = (event: Event) => actions.showNote(note, listenerElement(event));
  // A tap and a click give the focus too, on their way to the source itself.
  const showToKeyboard = (event: Event) =>
    listenerElement(event).matches(':focus-visible') ? show(event) : nothing;
  const open = (event: Event) => actions.openSource(answerTargets(turn, number), listenerElement(event));
  return html`<button
    type="button"
    class="cite"
    data-number=${number}
    aria-haspopup="dialog"
    aria-current=${samePlace(cite, shown) ? 'true' : nothing}
    aria-describedby="note"
    aria-label=${strings.citation(number, plainLine(cite.title))}
    @click=${open}
    @pointerenter=${(event: PointerEvent) => (event.pointerType === 'touch' ? nothing : show(event))}
    @pointerleave=${actions.hideNote}
    @focus=${showToKeyboard}
    @blur=${actions.hideNote}
  >${number}</button>`;
}

const samePlace = (a: Cite, b: Cite | null) =>
  a.documentId === b?.documentId && a.start === b.start && a.end === b.end;

/** All of an answer's citations in reading order, beginning with the given number. */
export function answerTargets(turn: Turn, number: number) {
  const cites = numberedCites(turn);
  const at = cites.findIndex((cite) => cite.number === number);
  return { targets: cites.map((cited) => targetOf(cited.cite, cited.number)), at: Math.max(at, 0) };
}
