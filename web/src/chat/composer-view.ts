import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../strings/strings.ts';
import { ICONS } from './icons.ts';

export interface ComposerState {
  readonly draft: string;
  readonly busy: boolean;
  readonly strings: Strings;
  /** What the surroundings put below the field. */
  readonly tools: unknown;
}

export interface ComposerActions {
  readonly write: (draft: string) => void;
  readonly send: () => void;
  readonly stop: () => void;
}

/** The question's field with its buttons. */
export function composerView(
  { draft, busy, strings, tools }: ComposerState,
  actions: ComposerActions,
): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    actions.send();
  };
  return html`<div class="foot"><form class="composer" @submit=${submit}>
    <label class="unseen" for="question">${strings.askLabel}</label>
    <textarea
      id="question"
      rows="1"
      dir=${draft === '' ? nothing : 'auto'}
      autocomplete="off"
      enterkeyhint="send"
      placeholder=${strings.askPlaceholder}
      aria-describedby="keys"
      .value=${draft}
      @input=${(event: InputEvent) => actions.write(textOf(event))}
      @keydown=${(event: KeyboardEvent) => sendOnEnter(event, actions)}
    ></textarea>
    ${busy ? stopButton(strings, actions) : askButton(draft, strings)}
    <div class="under">${tools}<p class="hint" id="keys">${strings.keysHint}</p></div>
  </form></div>`;
}

function askButton(draft: string, { ask }: Strings): TemplateResult {
  return html`<button type="submit" class="button ask" aria-disabled=${draft.trim() === ''}>${ICONS.send} ${ask}</button>`;
}

function stopButton({ stop }: Strings, actions: ComposerActions): TemplateResult {
  // It stands where "ask" stood: the second half of a double click there is not meant for it.
  const click = (event: MouseEvent) => (event.detail > 1 ? undefined : actions.stop());
  return html`<button type="button" class="button stop" @click=${click}>${ICONS.stop} ${stop}</button>`;
}

function textOf(event: Event): string {
  return event.target instanceof HTMLTextAreaElement ? event.target.value : '';
}

/** Enter sends, but not while it confirms a word in an input method (Japanese, Chinese, Korean). */
function sendOnEnter(event: KeyboardEvent, { send }: ComposerActions): void {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send();
}
