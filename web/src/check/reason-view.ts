import { html, nothing, type TemplateResult } from 'lit';
import type { Reason } from '../../../src/domain/verdict.ts';
import { plainProse } from '../text/bidi.ts';
import type { Finding } from './check-state.ts';
import { type Edit, previewOf } from './edits.ts';
import { hullOf } from './review.ts';
import { type DiffPiece, diffWords } from './word-diff.ts';
import { words } from './words.ts';

/** Why a finding is what it is: a changed quotation against its source, else each reason in words. */
export function reasonsView(finding: Finding): TemplateResult | typeof nothing {
  const { reasons, evidence, text } = finding.claim;
  const [cite] = evidence;
  if (isCompared(finding) && cite !== undefined) {
    const others = reasons.filter(({ code }) => code !== 'quote-altered');
    return html`${comparisonView(text, cite.quote)}${others.map(reasonView)}`;
  }
  return reasons.length === 0 ? nothing : html`${reasons.map(reasonView)}`;
}

/** True for a quotation that is shown word by word beside its source: no further preview is needed. */
export function isCompared({ claim: { reasons, evidence } }: Finding): boolean {
  return evidence.length > 0 && reasons.some(({ code }) => code === 'quote-altered');
}

/** The draft's quotation over the exact words of the source, what differs marked in each. */
function comparisonView(draft: string, source: string): TemplateResult {
  const diff = diffWords(draft, source);
  return html`<dl class="values quotation">
    <dt>${words.finding.draft}</dt><dd dir="auto">${diff.draft.map((piece) => diffPiece(piece, 'ours'))}</dd>
    <dt>${words.finding.source}</dt><dd dir="auto">${diff.source.map((piece) => diffPiece(piece, 'theirs'))}</dd>
  </dl>`;
}

function diffPiece({ text, isChanged }: DiffPiece, whose: 'ours' | 'theirs'): TemplateResult | string {
  const shown = plainProse(text);
  return isChanged ? html`<mark class=${whose}>${shown}</mark>` : shown;
}

// `draft: 54 people; source: 45 people (Title, 3 May 2026)` is read faster one under the other.
const TWO_VALUES = /^draft: (.*?); ((?:a later |another )?(?:source|report)): (.*)$/su;

function reasonView({ words: said }: Reason): TemplateResult {
  const [, mine, theirs = '', other = ''] = TWO_VALUES.exec(said) ?? [];
  if (mine === undefined) return html`<p class="finding-reason" dir="auto">${plainProse(said)}</p>`;
  // What the source is called stands in brackets at the end; the value may hold brackets of its own.
  const [, value = other, named = ''] = /^(.*?)( \(.*\))$/su.exec(other) ?? [];
  return html`<dl class="values">
    <dt>${words.finding.draft}</dt><dd dir="auto"><mark class="ours">${plainProse(mine)}</mark></dd>
    <dt>${theirs.charAt(0).toUpperCase() + theirs.slice(1)}</dt><dd dir="auto"><mark class="theirs">${plainProse(value)}</mark><span
      class="values-name">${plainProse(named)}</span></dd>
  </dl>`;
}

/** How the draft would read with the source's wording. */
export function previewView(text: string, { claim }: Finding, edits: readonly Edit[]): TemplateResult {
  const pieces = previewOf(text, hullOf(claim, edits), edits);
  return html`<div class="preview">
    <h4 class="label">${words.finding.wouldRead}</h4>
    <p dir="auto">${pieces.map(({ kind, text: said }) => {
      const shown = plainProse(said);
      if (kind === 'kept') return shown;
      return kind === 'struck' ? html`<del>${shown}</del> ` : html`<ins>${shown}</ins>`;
    })}</p>
  </div>`;
}
