import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ICONS, verdictIcon } from '../chat/icons.ts';
import { plainProse } from '../text/bidi.ts';
import type { CheckContext } from './check-context.ts';
import type { CheckState, Finding } from './check-state.ts';
import { isEdited } from './edits.ts';
import { evidenceView } from './evidence-view.ts';
import { matches } from './filters.ts';
import { isCompared, previewView, reasonsView } from './reason-view.ts';
import { type Decision, isToLookAt, openEdits } from './review.ts';
import { words } from './words.ts';

// A group off the screen is neither styled nor laid out, whatever changes inside it.
const GROUP_SIZE = 40;

/** All findings in draft order; those that the filter leaves out are hidden by the styles: it changes at once. */
export function findingsView({ findings, text }: CheckState, context: CheckContext): TemplateResult {
  const groups = Array.from({ length: Math.ceil(findings.length / GROUP_SIZE) }, (_, at) =>
    findings.slice(at * GROUP_SIZE, (at + 1) * GROUP_SIZE),
  );
  return html`<div class="findings-list" data-filter=${context.filter}>${groups.map((group) => groupView(group, text, context))}</div>`;
}

function groupView(group: readonly Finding[], text: string, context: CheckContext): TemplateResult {
  const { filter, decisions } = context;
  const isShown = group.some((finding) => matches(finding, filter, decisions));
  return html`<ol class="finding-group" start=${(group[0]?.index ?? 0) + 1} ?hidden=${!isShown}>${group.map(
    (finding) => itemView(finding, text, context),
  )}</ol>`;
}

function itemView(finding: Finding, text: string, context: CheckContext): TemplateResult {
  const { index } = finding;
  const isOpen = index === context.open || context.isPrinted;
  const settled = statusOf(finding, context);
  const parts = [finding, isOpen, index === context.current, settled, isOpen && context.noteFor === index];
  return html`<li
    class="finding"
    data-index=${index}
    data-verdict=${finding.claim.verdict}
    ?data-settled=${settled !== ''}
    ?data-open=${index === context.open}
    ?data-look=${isToLookAt(finding, context.decisions)}
  >${guard([...parts, isOpen && context.edits], () => [
    headView(finding, settled, context),
    isOpen ? detailView(finding, text, context) : nothing,
  ])}</li>`;
}

/** What was decided, or that its words were changed by another decision; empty where neither. */
function statusOf({ index, claim }: Finding, { decisions, edits }: CheckContext): string {
  const decision = decisions.get(index);
  if (decision !== undefined) return words.finding[decision.kind];
  return isEdited(claim, edits) ? words.finding.changed : '';
}

function headView({ index, claim }: Finding, settled: string, context: CheckContext): TemplateResult {
  const { strings, actions, current, open } = context;
  return html`<h3 class="finding-title"><button
    type="button"
    class="finding-head"
    tabindex=${index === current ? 0 : -1}
    aria-expanded=${index === open}
    @click=${() => actions.toggle(index)}
  ><span class="finding-facts"><span class="verdict" data-verdict=${claim.verdict}>${verdictIcon(claim.verdict)} ${
    strings.verdicts[claim.verdict]
  }</span>${claim.kind === 'quote' ? html` <span class="finding-kind">${words.finding.quotation}</span>` : nothing}${
    settled === '' ? nothing : html` <span class="finding-status">${settled}</span>`
  }</span><span class="finding-text" dir="auto">${plainProse(claim.text)}</span></button></h3>`;
}

function detailView(finding: Finding, text: string, context: CheckContext): TemplateResult {
  const { decisions, noteFor } = context;
  const decision = decisions.get(finding.index);
  const edits = decision === undefined ? openEdits(finding, decisions) : [];
  return html`<div class="finding-detail">
    ${reasonsView(finding)}
    ${evidenceView(finding, context)}
    ${edits.length === 0 || isCompared(finding) ? nothing : previewView(text, finding, edits)}
    ${decision === undefined ? nothing : decisionView(decision)}
    ${noteFor === finding.index ? noteForm(finding, context) : buttons(finding, edits.length > 0, context)}
  </div>`;
}

function decisionView(decision: Decision): TemplateResult | typeof nothing {
  if (decision.kind !== 'dismissed' || decision.note === '') return nothing;
  return html`<p class="finding-note" dir="auto"><span class="label">${words.finding.dismissed}:</span> ${plainProse(decision.note)}</p>`;
}

function buttons(
  { index }: Finding,
  canTakeOver: boolean,
  { actions, decisions }: CheckContext,
): TemplateResult {
  const button = (name: string, label: string, act: (index: number) => void, isPrimary = false) =>
    html`<button type="button" class="button ${isPrimary ? 'primary' : ''}" data-act=${name} @click=${() => act(index)}>${label}</button>`;
  const { finding } = words;
  const inDraft = html`<button type="button" class="link-button" data-act="draft" @click=${() => actions.goToDraft(index)}>${ICONS.previous} ${finding.inDraft}</button>`;
  if (decisions.has(index))
    return html`<p class="buttons">${button('undo', finding.undo, actions.undo)}${inDraft}</p>`;
  return html`<p class="buttons">
    ${canTakeOver ? button('take-over', finding.takeOver, actions.takeOver, true) : nothing}
    ${button('accept', finding.accept, actions.accept)}
    ${button('dismiss', finding.dismiss, actions.askWhy)}
    ${inDraft}
  </p>`;
}

function noteForm({ index }: Finding, { actions }: CheckContext): TemplateResult {
  const field = (event: Event) =>
    event.currentTarget instanceof HTMLFormElement ? event.currentTarget.querySelector('textarea') : null;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    actions.dismiss(index, field(event)?.value.trim() ?? '');
  };
  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (event.currentTarget instanceof HTMLTextAreaElement) event.currentTarget.form?.requestSubmit();
  };
  return html`<form class="note-form" @submit=${submit}>
    <label class="label" for="why">${words.finding.note}</label>
    <textarea id="why" class="field" rows="2" maxlength="1000" dir="auto" @keydown=${sendOnEnter}></textarea>
    <p class="buttons">
      <button type="submit" class="button primary">${words.finding.save}</button>
      <button type="button" class="button" @click=${actions.cancelNote}>${words.finding.cancel}</button>
    </p>
  </form>`;
}
