import { html, nothing, type TemplateResult } from 'lit';
import { DRAFT_TYPES } from './read-file.ts';
import { words } from './words.ts';

export interface EntryState {
  readonly text: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly date: string;
  readonly isKept: boolean;
  /** Why the last file was not taken; empty where nothing is wrong. */
  readonly problem: string;
}

export interface EntryActions {
  readonly write: (text: string) => void;
  readonly setDate: (date: string) => void;
  readonly keep: (isKept: boolean) => void;
  readonly check: () => void;
  readonly openFile: (file: File) => void;
}

/** Where a draft comes in. */
export function entryView(
  { text, date, isKept, problem }: EntryState,
  actions: EntryActions,
): TemplateResult {
  const { entry } = words;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    actions.check();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    actions.check();
  };
  return html`<form class="entry" @submit=${submit}>
    <h2 class="entry-title">${entry.title}</h2>
    <p class="entry-text">${entry.lead}</p>
    <label class="unseen" for="draft">${entry.label}</label>
    <textarea
      id="draft"
      class="field"
      dir="auto"
      spellcheck="false"
      placeholder=${entry.placeholder}
      aria-describedby="draft-hint"
      .value=${text}
      @input=${(event: Event) => actions.write(textIn(event))}
      @keydown=${onKey}
    ></textarea>
    ${problem === '' ? nothing : html`<p class="entry-problem" role="alert" dir="auto">${problem}</p>`}
    <div class="entry-foot">
      <p class="buttons">
        <button type="submit" class="button primary" aria-disabled=${text.trim() === ''}>${entry.check}</button>
        ${fileField(actions)}
      </p>
      ${dateField(date, actions)}
      <label class="keep"><input type="checkbox" .checked=${isKept} @change=${(event: Event) => actions.keep(isChecked(event))} /> ${entry.keep}</label>
    </div>
    <p class="entry-hint" id="draft-hint">${entry.hint}</p>
  </form>`;
}

function dateField(date: string, { setDate }: EntryActions): TemplateResult {
  const choose = ({ target }: Event) => setDate(target instanceof HTMLInputElement ? target.value : '');
  return html`<label class="dated">${words.entry.date}
    <input type="date" class="field" id="draft-date" .value=${date} @change=${choose} /></label>`;
}

function fileField({ openFile }: EntryActions): TemplateResult {
  const choose = (event: Event) => {
    const field = event.currentTarget;
    const file = field instanceof HTMLInputElement ? field.files?.[0] : undefined;
    if (file !== undefined) openFile(file);
    // The same file may be chosen again after it was changed.
    if (field instanceof HTMLInputElement) field.value = '';
  };
  return html`<label class="button file"><input type="file" class="unseen" accept=${DRAFT_TYPES} @change=${choose} />${words.entry.open}</label>`;
}

const textIn = ({ target }: Event) => (target instanceof HTMLTextAreaElement ? target.value : '');
const isChecked = ({ target }: Event) => target instanceof HTMLInputElement && target.checked;
