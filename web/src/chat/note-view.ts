import { html, nothing, type TemplateResult } from 'lit';
import { plainLine, plainProse } from '../text/bidi.ts';
import { verdictIcon } from './icons.ts';
import { refLine } from './reference-views.ts';
import type { CitationNote, ViewContext } from './view-context.ts';

/** What a citation rests on, in short: verdict, quotation, source, date, who else reports it. */
export function noteView(
  { cite, verdict, alsoReportedBy }: CitationNote,
  context: ViewContext,
): TemplateResult {
  const { strings } = context;
  const others = alsoReportedBy.map((ref) => plainLine(ref.title)).join('; ');
  return html`<span class="note-verdict verdict" data-verdict=${verdict}>${verdictIcon(verdict)} ${strings.verdicts[verdict]}</span>
    <span class="note-quote" dir="auto">${plainProse(cite.quote)}</span>
    ${refLine(cite, context)}
    ${others === '' ? nothing : html`<span class="note-others">${strings.alsoReportedBy}: <bdi>${others}</bdi></span>`}`;
}
