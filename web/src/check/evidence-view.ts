import { html, nothing, type TemplateResult } from 'lit';
import type { Cite } from '../../../src/domain/document.ts';
import { refLine } from '../chat/reference-views.ts';
import { listenerElement } from '../chat/view-context.ts';
import { plainProse } from '../text/bidi.ts';
import { markedBlocks } from '../text/marked-blocks.ts';
import { spanContains } from '../text/spans.ts';
import type { CheckContext } from './check-context.ts';
import type { Finding } from './check-state.ts';
import { type Story, storiesOf } from './stories.ts';
import { words } from './words.ts';

/** What a finding rests on: its sources, those that retell one of them folded under it. */
export function evidenceView(finding: Finding, context: CheckContext): TemplateResult | typeof nothing {
  const stories = storiesOf(finding.claim);
  const { independentSources, verdict } = finding.claim;
  if (stories.length === 0) return nothing;
  const title =
    independentSources === 0 || verdict === 'unsupported'
      ? words.finding.nearest
      : words.finding.sources(independentSources);
  return html`<section class="evidence">
    <h4 class="label">${title}</h4>
    ${stories.map((story) => storyView(story, finding, context))}
  </section>`;
}

function storyView({ cites, retellings }: Story, finding: Finding, context: CheckContext): TemplateResult {
  return html`<div class="story">
    ${articleView(cites, finding, context)}
    ${
      retellings.length === 0
        ? nothing
        : html`<details class="retellings">
            <summary>${words.finding.retold(retellings.length)}</summary>
            ${retellings.map((article) => articleView(article.cites, finding, context))}
          </details>`
    }
  </div>`;
}

/** An article's passages, each a button that opens it there, over its title and date. */
function articleView(
  cites: readonly [Cite, ...Cite[]],
  finding: Finding,
  context: CheckContext,
): TemplateResult {
  const open = (cite: Cite) => (event: Event) =>
    context.actions.openSource(finding, finding.claim.evidence.indexOf(cite), listenerElement(event));
  return html`<div class="evidence-article">
    ${cites.map(
      (
        cite,
      ) => html`<button type="button" class="passage" dir="auto" aria-haspopup="dialog" @click=${open(cite)}
        >${quoteView(cite, finding)}</button>`,
    )}
    ${refLine(cites[0], context)}
  </div>`;
}

/** The source's words, those marked that a reason is about. */
function quoteView({ documentId, quote, start, end }: Cite, { claim }: Finding): unknown {
  const others = claim.reasons
    .map(({ source }) => source)
    .filter((source) => source !== null)
    .filter((source) => source.documentId === documentId && spanContains({ start, end }, source))
    .filter((source) => source.end - source.start < end - start)
    .map((source) => ({ start: source.start - start, end: source.end - start }));
  return markedBlocks(quote, [], { active: null, others }).map(({ pieces }) =>
    pieces.map(({ text, mark }) =>
      mark === null ? plainProse(text) : html`<mark class="theirs">${plainProse(text)}</mark>`,
    ),
  );
}
