import { html, nothing, type TemplateResult } from 'lit';
import { ICONS } from '../../chat/icons.ts';
import { en } from '../../strings/english.ts';
import { plainProse } from '../../text/bidi.ts';
import { dateInWords } from '../../text/dates.ts';
import { PAGE_ICONS } from '../page-icons.ts';
import { words } from '../words.ts';
import type { StoreState } from './conversation-store.ts';
import type { ExportForm } from './export.ts';
import { type KeptConversation, titleOf } from './kept-conversation.ts';

export interface HistoryState {
  /** Those that the query leaves, newest first. */
  readonly conversations: readonly KeptConversation[];
  readonly total: number;
  readonly state: StoreState;
  readonly query: string;
  readonly openId: string | null;
  readonly deleted: KeptConversation | null;
  readonly isAsking: boolean;
  readonly isDrawer: boolean;
}

interface HistoryActions {
  readonly search: (query: string) => void;
  readonly open: (id: string) => void;
  readonly start: () => void;
  readonly remove: (conversation: KeptConversation) => void;
  readonly restore: () => void;
  readonly askRemoveAll: (isAsking: boolean) => void;
  readonly removeAll: () => void;
  readonly removeOldest: () => void;
  readonly exportOne: (conversation: KeptConversation, form: ExportForm) => void;
  readonly exportAll: () => void;
  readonly close: () => void;
}

interface Bar {
  readonly open: () => void;
  readonly start: () => void;
  readonly hasTalk: boolean;
  readonly state: StoreState;
}

/** On a narrow screen: the way to the conversations, and to a new one. */
export function historyBar({ open, start, hasTalk, state }: Bar): TemplateResult {
  return html`<div class="bar">
    <button type="button" class="tool history-open" aria-haspopup="dialog" @click=${open}>${PAGE_ICONS.list} ${words.history.open}</button>
    ${hasTalk ? html`<button type="button" class="tool history-start" @click=${start}>${PAGE_ICONS.add} ${words.history.start}</button>` : nothing}
    ${state === 'kept' ? nothing : html`<p class="history-words" role="status">${words.history.states[state]}</p>`}
  </div>`;
}

/** All kept conversations, a way to find one, and what can be done with them. */
export function historyView(state: HistoryState, actions: HistoryActions): TemplateResult {
  const { history } = words;
  return html`<header class="history-head">
      <h2 class="label" id="history-title">${history.title}</h2>
      ${
        state.isDrawer
          ? html`<button type="button" class="icon-button history-close" aria-label=${history.close} title=${history.close} @click=${actions.close}>${ICONS.close}</button>`
          : nothing
      }
    </header>
    <button type="button" class="button history-start" @click=${actions.start}>${PAGE_ICONS.add} ${history.start}</button>
    ${state.total === 0 ? nothing : searchField(state, actions)}
    <div class="history-list">
      ${state.conversations.length === 0 ? emptyWords(state) : nothing}
      <ul>${state.conversations.map((conversation) => row(conversation, state, actions))}</ul>
    </div>
    ${historyFoot(state, actions)}`;
}

function emptyWords({ total, state }: HistoryState): TemplateResult | typeof nothing {
  if (total > 0) return html`<p class="history-words">${words.history.noneFound}</p>`;
  return state === 'denied' ? nothing : html`<p class="history-words">${words.history.none}</p>`;
}

function searchField({ query, conversations }: HistoryState, { search }: HistoryActions): TemplateResult {
  const { search: label, found } = words.history;
  const type = (event: Event) =>
    event.target instanceof HTMLInputElement ? search(event.target.value) : undefined;
  return html`<input class="history-search" type="search" aria-label=${label} placeholder=${label} .value=${query} @input=${type} />
    <p class="unseen" role="status">${query === '' ? nothing : found(conversations.length)}</p>`;
}

function row(
  conversation: KeptConversation,
  { openId }: HistoryState,
  actions: HistoryActions,
): TemplateResult {
  const { id, changedAt, turns } = conversation;
  const isOpen = id === openId;
  const facts = [dateInWords(changedAt, en.locale), words.history.questions(turns.length)].join(' · ');
  return html`<li class="history-row" ?data-open=${isOpen}>
    <button type="button" class="history-item" aria-current=${isOpen ? 'true' : nothing} @click=${() => actions.open(id)}>
      <span class="history-name" dir="auto">${plainProse(titleOf(conversation))}</span>
      <span class="history-facts">${facts}</span>
    </button>
    ${isOpen ? rowTools(conversation, actions) : nothing}
  </li>`;
}

function rowTools(conversation: KeptConversation, { exportOne, remove }: HistoryActions): TemplateResult {
  const { export: label, exportForms, exportAs, remove: deletes } = words.history;
  const forms: readonly ExportForm[] = ['markdown', 'json'];
  return html`<p class="history-tools">
    <span class="history-words" aria-hidden="true">${label}</span>
    ${forms.map(
      (form) =>
        html`<button type="button" class="tool export-${form}" aria-label=${exportAs(exportForms[form])} @click=${() => exportOne(conversation, form)}>${exportForms[form]}</button>`,
    )}
    <button type="button" class="tool delete" @click=${() => remove(conversation)}>${deletes}</button>
  </p>`;
}

function historyFoot(state: HistoryState, actions: HistoryActions): TemplateResult {
  const { history } = words;
  const notice = history.states[state.state];
  return html`<footer class="history-foot">
    ${notice === '' ? nothing : html`<p class="history-words" role="status">${notice}</p>`}
    ${state.state === 'full' && state.total > 1 ? roomView(actions) : nothing}
    ${
      state.deleted === null
        ? nothing
        : html`<p class="history-words" role="status">${history.removed(titleOf(state.deleted))}
            <button type="button" class="tool undo" @click=${actions.restore}>${history.undo}</button></p>`
    }
    ${state.total < 2 ? nothing : state.isAsking ? sureView(state, actions) : allTools(actions)}
  </footer>`;
}

function roomView({ removeOldest }: HistoryActions): TemplateResult {
  return html`<p class="history-tools">
    <button type="button" class="tool delete-oldest" @click=${removeOldest}>${words.history.removeOldest}</button>
  </p>`;
}

function allTools({ exportAll, askRemoveAll }: HistoryActions): TemplateResult {
  const { exportAll: exports, removeAll } = words.history;
  return html`<p class="history-tools">
    <button type="button" class="tool export-all" @click=${exportAll}>${exports}</button>
    <button type="button" class="tool delete-all" @click=${() => askRemoveAll(true)}>${removeAll}</button>
  </p>`;
}

function sureView({ total }: HistoryState, { removeAll, askRemoveAll }: HistoryActions): TemplateResult {
  const { removeAllSure, removeAllYes, removeAllNo } = words.history;
  return html`<p class="history-words" role="status">${removeAllSure(total)}</p>
    <p class="history-tools">
      <button type="button" class="tool delete-all-yes" @click=${removeAll}>${removeAllYes}</button>
      <button type="button" class="tool" @click=${() => askRemoveAll(false)}>${removeAllNo}</button>
    </p>`;
}
