import { html, nothing, type TemplateResult } from 'lit';
import type { Cite } from '../../../src/domain/document.ts';
import type { Span } from '../../../src/domain/span.ts';
import type { Source } from '../api/document.ts';
import type { Strings } from '../strings/strings.ts';
import { plainProse } from '../text/bidi.ts';
import { locateQuote, type MarkedBlock, markedBlocks, type Piece } from '../text/marked-blocks.ts';
import type { SourceState } from './source-reader.ts';

export const locateCite = (source: Source, cite: Cite): Span | null => locateQuote(source.text, cite);

/** The article's text: the open citation marked strongly, the answer's others in it faintly. */
export function articleView(source: Source, state: SourceState, strings: Strings): TemplateResult {
  const { target, targets } = state;
  const others = targets
    .map(({ cite }) =>
      cite?.documentId === source.id && cite !== target.cite ? locateCite(source, cite) : null,
    )
    .filter((span) => span !== null);
  const active = target.cite === null ? null : locateCite(source, target.cite);
  const blocks = markedBlocks(source.text, source.blocks, { active, others });
  return html`<div class="article" lang=${source.language ?? nothing}>${blocks.map((block) => blockView(block, strings))}</div>`;
}

/** White space inside a block is the article's own and shows, so its template adds none. */
function blockView(block: MarkedBlock, strings: Strings): TemplateResult {
  const words = block.pieces.map((piece) => pieceView(piece, strings));
  switch (block.kind) {
    case 'heading':
      return html`<h3 class="block" dir="auto">${words}</h3>`;
    case 'quotation':
      return html`<blockquote class="block" dir="auto">${words}</blockquote>`;
    case 'standfirst':
    case 'list-item':
    case 'caption':
    case 'table-row':
    case 'paragraph':
      return html`<p class="block" data-kind=${block.kind} dir="auto">${words}</p>`;
    default:
      return block.kind satisfies never;
  }
}

function pieceView({ text, mark }: Piece, { panel }: Strings): TemplateResult | string {
  const words = plainProse(text);
  if (mark === null) return words;
  if (mark === 'other') return html`<mark class="other">${words}</mark>`;
  // `bdi`: words of the page's own language must not decide the direction of the article's paragraph.
  return html`<bdi class="unseen">${panel.passageStart}</bdi><mark class="active">${words}</mark><bdi class="unseen"
    >${panel.passageEnd}</bdi>`;
}
