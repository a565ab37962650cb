import { html, nothing, type TemplateResult } from 'lit';
import type { Folder } from '../../api/folders.ts';
import { PAGE_ICONS } from '../page-icons.ts';
import { words } from '../words.ts';
import { type FilterChoice, NO_FILTER, type Period } from './filter-choice.ts';

const OWN_PATH = 'own';
const PERIODS = Object.keys(words.filters.periods).filter(isPeriod);

export interface FilterState {
  readonly choice: FilterChoice;
  readonly folders: readonly Folder[];
  readonly isOpen: boolean;
  /** What the choice comes to, in words; empty for the whole archive. */
  readonly limits: string;
}

interface FilterActions {
  readonly change: (choice: FilterChoice) => void;
  readonly toggle: () => void;
}

/** Which articles may answer: one quiet line below the question, its fields behind it. */
export function filterView(state: FilterState, actions: FilterActions): TemplateResult {
  const { whole, part, narrow } = words.filters;
  const summary = state.limits === '' ? whole : part(state.limits);
  return html`<div class="filters">
    <button type="button" class="tool filters-toggle" aria-expanded=${state.isOpen} aria-controls="filter-fields" @click=${actions.toggle}>
      ${PAGE_ICONS.filter} <span class="unseen">${narrow}:</span> ${summary}
    </button>
    <div class="filter-fields" id="filter-fields" ?hidden=${!state.isOpen}>${fields(state, actions)}</div>
  </div>`;
}

function fields({ choice, folders }: FilterState, { change }: FilterActions): TemplateResult {
  const { filters } = words;
  const choosePeriod = (event: Event) => {
    const period = fieldValue(event);
    if (isPeriod(period)) change({ ...choice, period });
  };
  const chooseSource = (event: Event) => {
    const source = fieldValue(event);
    change({ ...choice, source: source === OWN_PATH ? null : source });
  };
  const source = choice.source ?? OWN_PATH;
  return html`<label class="filter"><span class="unseen">${filters.source}</span>
      <select name="source" @change=${chooseSource}>
        ${option('', filters.allSources, source)}
        ${folders.map(({ name, articles }) => option(`${name}/`, filters.folder(name, articles), source))}
        ${option(OWN_PATH, filters.ownPath, source)}
      </select>
    </label>
    <label class="filter"><span class="unseen">${filters.period}</span>
      <select name="period" @change=${choosePeriod}>${PERIODS.map((period) => option(period, filters.periods[period], choice.period))}</select>
    </label>
    ${choice.source === null ? pathField(choice, change) : nothing}
    ${choice.period === 'between' ? dayFields(choice, change) : nothing}`;
}

const option = (value: string, label: string, chosen: string) =>
  html`<option value=${value} ?selected=${value === chosen}>${label}</option>`;

function dayFields(choice: FilterChoice, change: (choice: FilterChoice) => void): TemplateResult {
  const { since, until } = words.filters;
  const field = (name: 'since' | 'until', label: string) =>
    html`<label class="filter"><span>${label}</span>
      <input type="date" name=${name} .value=${choice[name]} @change=${(event: Event) => change({ ...choice, [name]: fieldValue(event) })} /></label>`;
  return html`${field('since', since)} ${field('until', until)}`;
}

function pathField(choice: FilterChoice, change: (choice: FilterChoice) => void): TemplateResult {
  const { path } = words.filters;
  return html`<label class="filter wide"><span class="unseen">${path}</span>
    <input type="text" name="path" autocomplete="off" spellcheck="false" placeholder=${path} .value=${choice.path}
      @input=${(event: Event) => change({ ...choice, path: fieldValue(event) })} /></label>`;
}

function isPeriod(value: string): value is Period {
  return Object.hasOwn(words.filters.periods, value);
}

function fieldValue(event: Event): string {
  const { target } = event;
  return target instanceof HTMLSelectElement || target instanceof HTMLInputElement
    ? target.value
    : NO_FILTER.path;
}
