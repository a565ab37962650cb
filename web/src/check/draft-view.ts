import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Span } from '../../../src/domain/span.ts';
import { verdictIcon } from '../chat/icons.ts';
import { plainProse } from '../text/bidi.ts';
import { spansOverlap } from '../text/spans.ts';
import type { CheckContext } from './check-context.ts';
import type { CheckState, Finding } from './check-state.ts';
import { type DraftPiece, findingsBySection, piecesOf } from './draft-sections.ts';
import { isEdited } from './edits.ts';
import { withOwnDirections } from './own-directions.ts';
import { isToLookAt } from './review.ts';

/** The draft's text, its judged claims marked. Only sections in which something changed are drawn again. */
export function draftView(
  { text, findings }: CheckState,
  sections: readonly Span[],
  context: CheckContext,
): TemplateResult {
  const bySection = findingsBySection(sections, findings);
  return html`<div class="draft-text" data-filter=${context.filter}>${sections.map((section, at) => {
    const inside = bySection.get(at) ?? [];
    return guard([text, signatureOf(section, inside, context)], () => {
      const pieces = piecesOf(text, section, { findings: inside, edits: context.edits });
      return html`<p class="draft-section" dir="auto">${pieces.map((piece) => pieceView(piece, context))}</p>`;
    });
  })}</div>`;
}

/** Says all that the drawing of a section depends on, but its text. */
function signatureOf(section: Span, findings: readonly Finding[], context: CheckContext): string {
  const marks = findings.map(
    (finding) => `${finding.index}${finding.claim.verdict}${stateOf(finding, context)}`,
  );
  const edits = context.edits
    .filter((edit) => spansOverlap(edit, section))
    .map(({ start, words }) => start + words);
  return [...marks, ...edits].join('|');
}

function stateOf(finding: Finding, { current, open, decisions }: CheckContext): string {
  const { index } = finding;
  return `${index === current ? 'c' : ''}${index === open ? 'o' : ''}${decisions.get(index)?.kind ?? ''}`;
}

/** The draft's own line breaks show, so its templates add none. */
function pieceView(piece: DraftPiece, context: CheckContext): TemplateResult | string {
  const { finding, isTakenOver } = piece;
  const words = withOwnDirections(plainProse(piece.text));
  return finding === null ? said(words, isTakenOver) : markView(piece, finding, words, context);
}

const said = (words: string, isTakenOver: boolean) =>
  isTakenOver && words !== '' ? html`<ins class="taken">${words}</ins>` : words;

function markView(
  { isFirst, isLast, isTakenOver }: DraftPiece,
  finding: Finding,
  words: string,
  { actions, current, open, decisions, edits, strings }: CheckContext,
): TemplateResult {
  const { index, claim } = finding;
  const isSettled = decisions.has(index) || isEdited(claim, edits);
  const [head, lastWord] = isLast ? splitLastWord(words) : [words, ''];
  // The sign stays with the last word; its name is heard, as the kind of line is not.
  const end = isLast
    ? html`<span class="draft-kept">${said(lastWord, isTakenOver)}<span class="draft-sign">${verdictIcon(claim.verdict)}<span
        class="unseen"> (${strings.verdicts[claim.verdict]})</span></span></span>`
    : nothing;
  return html`<span
    class="draft-mark"
    role=${isFirst ? 'button' : nothing}
    tabindex=${isFirst ? (index === current ? 0 : -1) : nothing}
    data-index=${index}
    data-verdict=${claim.verdict}
    ?data-settled=${isSettled}
    ?data-look=${isToLookAt(finding, decisions)}
    ?data-open=${index === open}
    aria-current=${isFirst && index === current ? 'true' : nothing}
    @click=${() => actions.goTo(index)}
  >${said(head, isTakenOver)}${end}</span>`;
}

// A last word longer than this may wrap away from its sign: better than running out of the column.
const MAX_KEPT_WORD_CHARS = 24;

function splitLastWord(words: string): readonly [string, string] {
  const at = words.trimEnd().search(/\S+$/u);
  return at < 0 || words.length - at > MAX_KEPT_WORD_CHARS
    ? [words, '']
    : [words.slice(0, at), words.slice(at)];
}
