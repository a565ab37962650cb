import { html, nothing, type TemplateResult } from 'lit';
import type { Ref } from '../../../src/domain/document.ts';
import { numberedCites } from '../stream/answer-view.ts';
import type { Turn } from '../stream/turn.ts';
import { answerTargets } from './claim-view.ts';
import { refButton, refLine } from './reference-views.ts';
import { listenerElement, type ViewContext } from './view-context.ts';

/** A cited document under the answer's numbers that rest on it. */
interface CitedDocument {
  readonly ref: Ref;
  readonly numbers: readonly number[];
}

/** The documents under an answer, one row each, and those that report the same. */
export function sourcesView(turn: Turn, context: ViewContext): TemplateResult | typeof nothing {
  const documents = citedDocuments(turn);
  if (documents.length === 0) return nothing;
  const { sources, alsoReportedBy } = context.strings;
  const others = furtherReports(turn, documents);
  return html`<div class="sources" role="group" aria-label=${sources}>
    <h3 class="label">${sources}</h3>
    <ul class="rows">${documents.map((document) => html`<li>${documentRow(document, turn, context)}</li>`)}</ul>
    ${
      others.length === 0
        ? nothing
        : html`<h3 class="label">${alsoReportedBy}</h3>
            <ul class="rows">${others.map((ref) => html`<li>${refButton(ref, context)}</li>`)}</ul>`
    }
  </div>`;
}

function documentRow({ ref, numbers }: CitedDocument, turn: Turn, context: ViewContext): TemplateResult {
  const open = (event: Event) =>
    context.actions.openSource(answerTargets(turn, numbers[0] ?? 1), listenerElement(event));
  return html`<button type="button" class="row" aria-haspopup="dialog" @click=${open}>
    <span class="row-numbers">${numbers.join(', ')}</span>${refLine(ref, context)}
  </button>`;
}

function citedDocuments(turn: Turn): readonly CitedDocument[] {
  const documents = new Map<string, CitedDocument>();
  for (const { number, cite } of numberedCites(turn)) {
    const numbers = documents.get(cite.documentId)?.numbers ?? [];
    documents.set(cite.documentId, { ref: cite, numbers: [...numbers, number] });
  }
  return [...documents.values()];
}

/** Documents that say the same as a sentence of the answer and are not cited themselves, each once. */
function furtherReports(turn: Turn, cited: readonly CitedDocument[]): readonly Ref[] {
  const known = new Set(cited.map(({ ref }) => ref.documentId));
  const further = turn.claims.flatMap((claim) => claim.alsoReportedBy);
  return [...new Map(further.map((ref) => [ref.documentId, ref])).values()].filter(
    (ref) => !known.has(ref.documentId),
  );
}
