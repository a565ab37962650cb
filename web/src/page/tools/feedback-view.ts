import { html, nothing, type TemplateResult } from 'lit';
import type { Opinion } from '../../api/feedback.ts';
import { words } from '../words.ts';

/** `open`: the reader said no, and is asked why. */
export type FeedbackState = 'asked' | 'open' | 'sent' | 'failed';

interface FeedbackActions {
  readonly say: (opinion: Opinion) => void;
  readonly ask: () => void;
  readonly cancel: () => void;
}

/** "Was this helpful?", the reason why not, and thanks. `turnId` tells the fields of several answers apart. */
export function feedbackView(state: FeedbackState, turnId: string, actions: FeedbackActions): TemplateResult {
  const { ask, yes, no, thanks, failed } = words.feedback;
  if (state === 'sent') return html`<p class="tools-words" role="status">${thanks}</p>`;
  if (state === 'open') return reasonForm(turnId, actions);
  const say = () => actions.say({ helpful: true, reason: '' });
  return html`<div class="tools-group" role="group" aria-label=${ask}>
    <span class="tools-words" aria-hidden="true">${ask}</span>
    <button type="button" class="tool helpful" @click=${say}>${yes}</button>
    <button type="button" class="tool unhelpful" @click=${actions.ask}>${no}</button>
    ${state === 'failed' ? html`<span class="tools-words" role="status">${failed}</span>` : nothing}
  </div>`;
}

function reasonForm(turnId: string, { say, cancel }: FeedbackActions): TemplateResult {
  const { why, reasons, more, send, cancel: notNow } = words.feedback;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLFormElement)
      say({ helpful: false, reason: reasonIn(event.currentTarget) });
  };
  return html`<form class="reasons" @submit=${submit}>
    <fieldset>
      <legend class="label">${why}</legend>
      ${reasons.map((reason) => html`<label class="choice"><input type="radio" name="reason" value=${reason} />${reason}</label>`)}
    </fieldset>
    <label class="unseen" for=${`more-${turnId}`}>${more}</label>
    <textarea id=${`more-${turnId}`} name="more" rows="2" maxlength="400" placeholder=${more}></textarea>
    <p class="buttons">
      <button type="submit" class="button primary">${send}</button>
      <button type="button" class="button" @click=${cancel}>${notNow}</button>
    </p>
  </form>`;
}

function reasonIn(form: HTMLFormElement): string {
  const data = new FormData(form);
  return [data.get('reason'), data.get('more')]
    .flatMap((part) => (typeof part === 'string' && part.trim() !== '' ? [part.trim()] : []))
    .join(': ');
}
