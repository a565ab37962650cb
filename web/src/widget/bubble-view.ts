import { html, svg, type TemplateResult } from 'lit';
import { ICONS, icon } from '../chat/icons.ts';
import type { Strings } from '../strings/strings.ts';

export interface BubbleState {
  readonly isOpen: boolean;
  readonly title: string;
  readonly strings: Strings;
  readonly desk: TemplateResult;
}

export interface BubbleActions {
  readonly open: () => void;
  readonly close: () => void;
  readonly closed: () => void;
}

const SPEECH = icon(svg`<path d="M2.5 3h11v8H8l-3.5 2.8V11h-2z"/>`);

/** A button in the window's corner, and the desk in a window that opens over it. */
export function bubbleView(
  { isOpen, title, strings, desk }: BubbleState,
  actions: BubbleActions,
): TemplateResult {
  return html`<button
      type="button"
      class="button primary launcher"
      aria-haspopup="dialog"
      aria-expanded=${isOpen}
      ?inert=${isOpen}
      @click=${actions.open}
    >${SPEECH} <span>${title}</span></button>
    <dialog class="bubble" tabindex="-1" aria-labelledby="bubble-title" @close=${actions.closed}>
      <header class="panel-head">
        <h2 id="bubble-title" dir="auto">${title}</h2>
        <button type="button" class="icon-button" aria-label=${strings.close} @click=${actions.close}>${ICONS.close}</button>
      </header>
      <div class="bubble-body">${desk}</div>
    </dialog>`;
}
