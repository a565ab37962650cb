import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { Verdict } from '../../../src/domain/verdict.ts';

// Drawn on a 16-unit grid, one stroke, the colour of the words beside them. Verdicts differ by shape.
export const icon = (drawing: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${drawing}</svg>`;

const VERDICT_ICONS: Readonly<Record<Verdict, TemplateResult>> = {
  supported: icon(svg`<path d="M3 8.5l3.5 3.5L13 4.5"/>`),
  'partially-supported': icon(
    svg`<circle cx="8" cy="8" r="5.5"/><path class="fill" d="M8 2.5a5.5 5.5 0 0 1 0 11z"/>`,
  ),
  contradicted: icon(svg`<path d="M4 4l8 8M12 4l-8 8"/>`),
  unsupported: icon(svg`<circle cx="8" cy="8" r="5.5"/><path d="M4.2 11.8l7.6-7.6"/>`),
  'not-checked': icon(svg`<circle cx="8" cy="8" r="5.5" stroke-dasharray="2.2 2.1"/>`),
};

export const verdictIcon = (verdict: Verdict): TemplateResult => VERDICT_ICONS[verdict];

export const ICONS = {
  send: icon(svg`<path d="M8 13V3.5M3.5 8L8 3.5 12.5 8"/>`),
  stop: icon(svg`<rect class="fill" x="4" y="4" width="8" height="8" rx="1"/>`),
  close: icon(svg`<path d="M3.5 3.5l9 9M12.5 3.5l-9 9"/>`),
  previous: icon(svg`<path d="M3.5 10L8 5.5l4.5 4.5"/>`),
  next: icon(svg`<path d="M3.5 6L8 10.5 12.5 6"/>`),
  outside: icon(svg`<path d="M6.5 3.5h-3v9h9v-3M9 3.5h3.5V7M12.5 3.5L7 9"/>`),
  warning: icon(svg`<path d="M8 2.5l6 11H2zM8 6.5v3.5M8 11.6v.4"/>`),
  retry: icon(svg`<path d="M13 8a5 5 0 1 1-1.5-3.6M13 2.5v3h-3"/>`),
  edit: icon(svg`<path d="M10.5 3l2.5 2.5-7 7-3 .5.5-3z"/>`),
} as const;
