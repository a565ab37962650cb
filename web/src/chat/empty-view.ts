import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../strings/strings.ts';

interface SuggestionOptions {
  readonly title: string;
  readonly ask: (question: string) => void;
}

/** What stands where no question was asked yet. */
export function emptyView(
  suggestions: readonly string[],
  strings: Strings,
  ask: (question: string) => void,
): TemplateResult {
  return html`<div class="empty">
    <h2 class="empty-title">${strings.emptyTitle}</h2>
    <p class="empty-text">${strings.emptyText}</p>
    ${suggestionsView(suggestions, { title: strings.suggestions, ask })}
  </div>`;
}

/** Questions to press instead of writing one; nothing where there are none. */
export function suggestionsView(
  suggestions: readonly string[],
  { title, ask }: SuggestionOptions,
): TemplateResult | typeof nothing {
  if (suggestions.length === 0) return nothing;
  return html`<div class="suggestions" role="group" aria-label=${title}>
    <h3 class="label">${title}</h3>
    <ul class="rows">${suggestions.map(
      (question) =>
        html`<li><button type="button" class="row suggestion" dir="auto" @click=${() => ask(question)}>${question}</button></li>`,
    )}</ul>
  </div>`;
}
