import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../strings/strings.ts';

/** What stands where no question was asked yet. */
export function emptyView(
  suggestions: readonly string[],
  strings: Strings,
  ask: (question: string) => void,
): TemplateResult {
  return html`<div class="empty">
    <h2 class="empty-title">${strings.emptyTitle}</h2>
    <p class="empty-text">${strings.emptyText}</p>
    ${
      suggestions.length === 0
        ? nothing
        : html`<section aria-label=${strings.suggestions}>
            <h3 class="label">${strings.suggestions}</h3>
            <ul class="rows">${suggestions.map(
              (question) =>
                html`<li><button type="button" class="row suggestion" dir="auto" @click=${() => ask(question)}>${question}</button></li>`,
            )}</ul>
          </section>`
    }
  </div>`;
}
