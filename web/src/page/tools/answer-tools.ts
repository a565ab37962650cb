import { html, nothing, type TemplateResult } from 'lit';
import { ICONS } from '../../chat/icons.ts';
import type { QuestionFilter, Turn } from '../../stream/turn.ts';
import { plainLine } from '../../text/bidi.ts';
import { dateInWords } from '../../text/dates.ts';
import { words } from '../words.ts';

export type CopyForm = keyof typeof words.tools.copyForms;

interface ToolActions {
  readonly copy: (form: CopyForm) => void;
  readonly again: () => void;
  readonly edit: () => void;
  readonly askEverywhere: () => void;
}

interface ToolState {
  /** What was copied last of this answer; `failed` where the browser did not let it. */
  readonly copied: CopyForm | 'failed' | null;
  readonly locale: string;
  readonly feedback: unknown;
}

/** What can be done with an answer that has ended: copy it, ask again, say how it was. */
export function answerTools(turn: Turn, state: ToolState, actions: ToolActions): TemplateResult {
  // A failed or stopped answer has buttons of its own to try again.
  const isWhole = turn.phase === 'answered' || turn.phase === 'abstained';
  return html`${filterLine(turn, state, actions)}
    ${
      turn.text === ''
        ? nothing
        : html`<footer class="tools">
            ${copyGroup(state, actions)}
            ${isWhole ? askGroup(actions) : nothing}
            ${isWhole ? state.feedback : nothing}
          </footer>`
    }`;
}

function copyGroup({ copied }: ToolState, { copy }: ToolActions): TemplateResult {
  const { copy: label, copyForms, copied: done, notCopied } = words.tools;
  const forms: readonly CopyForm[] = ['text', 'markdown', 'html'];
  return html`<div class="tools-group" role="group" aria-label=${label}>
    <span class="tools-words" aria-hidden="true">${label}</span>
    ${forms.map((form) => html`<button type="button" class="tool copy" data-form=${form} @click=${() => copy(form)}>${copyForms[form]}</button>`)}
    <span class="tools-words" role="status">${copied === null ? nothing : copied === 'failed' ? notCopied : done}</span>
  </div>`;
}

function askGroup({ again, edit }: ToolActions): TemplateResult {
  return html`<div class="tools-group">
    <button type="button" class="tool again" @click=${again}>${ICONS.retry} ${words.tools.again}</button>
    <button type="button" class="tool edit" @click=${edit}>${ICONS.edit} ${words.tools.edit}</button>
  </div>`;
}

/** An answer from a part of the archive says so; where that part held none, the whole is one press away. */
function filterLine({ filter, phase }: Turn, { locale }: ToolState, { askEverywhere }: ToolActions) {
  const limits = filterInWords(filter, locale);
  if (limits === '') return nothing;
  const { part, nothingWithin, everywhere } = words.filters;
  return html`<p class="asked-within">${phase === 'abstained' ? html`${nothingWithin} ` : nothing}${part(limits)}
    ${
      phase === 'abstained'
        ? html`<button type="button" class="tool everywhere" @click=${askEverywhere}>${everywhere}</button>`
        : nothing
    }</p>`;
}

/** Such as `2026/**, from 1 Mar 2026`; empty for no limits. */
export function filterInWords({ since, until, path }: QuestionFilter, locale: string): string {
  const { from, to } = words.filters;
  const day = (date: string | undefined) => dateInWords(date ?? null, locale);
  const [first, last] = [day(since), day(until)];
  return [path === undefined ? null : plainLine(path), first && from(first), last && to(last)]
    .filter((part) => part !== null)
    .join(', ');
}
