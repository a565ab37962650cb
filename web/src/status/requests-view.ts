import { html, nothing, type TemplateResult } from 'lit';
import type {
  Refusals,
  RouteStatus,
  ServiceStatus,
  SlowRequest,
} from '../../../src/domain/service-status.ts';
import { clockInWords, numberInWords, timeTaken } from './in-words.ts';
import { dataTable } from './plots.ts';
import { words } from './words.ts';

const routeCell = ({ method, route }: { readonly method: string; readonly route: string }) =>
  html`<code>${method} ${route}</code>`;

const ROUTE_COLUMNS = [
  { head: words.requests.route, cell: routeCell },
  { head: words.requests.app, cell: ({ app }: RouteStatus) => words.apps[app] },
  { head: words.requests.count, cell: ({ count }: RouteStatus) => numberInWords(count), isNumber: true },
  { head: 'p50', cell: ({ p50Ms }: RouteStatus) => timeTaken(p50Ms), isNumber: true },
  { head: 'p95', cell: ({ p95Ms }: RouteStatus) => timeTaken(p95Ms), isNumber: true },
  {
    head: words.requests.refused,
    cell: ({ refused }: RouteStatus) => numberInWords(refused),
    isNumber: true,
  },
  { head: words.requests.failed, cell: ({ failed }: RouteStatus) => numberInWords(failed), isNumber: true },
];

const SLOW_COLUMNS = [
  { head: words.requests.route, cell: routeCell },
  { head: words.requests.app, cell: ({ app }: SlowRequest) => words.apps[app] },
  { head: words.requests.took, cell: ({ ms }: SlowRequest) => timeTaken(ms), isNumber: true },
  { head: words.requests.status, cell: ({ status }: SlowRequest) => status, isNumber: true },
  { head: words.requests.at, cell: ({ at }: SlowRequest) => clockInWords(at), isNumber: true },
];

const REFUSAL_COLUMNS = [
  { head: words.requests.code, cell: ({ code }: Refusals) => html`<code>${code}</code>` },
  { head: words.requests.app, cell: ({ app }: Refusals) => words.apps[app] },
  { head: words.requests.count, cell: ({ count }: Refusals) => numberInWords(count), isNumber: true },
];

/** Requests by route, the slowest of them, and what was refused. */
export function requestsView({ routes, slowest, refusals }: ServiceStatus): TemplateResult {
  const { title, none, lead, caption, slowest: slowestTitle, refusals: refusalsTitle } = words.requests;
  return html`<section aria-labelledby="requests">
    <h2 id="requests">${title}</h2>
    <div class="body">
      ${routes.length === 0 ? html`<p class="lead">${none}</p>` : html`<p>${lead}</p>${dataTable(caption, ROUTE_COLUMNS, routes)}`}
      ${slowest.length === 0 ? nothing : html`<h3>${slowestTitle}</h3>${dataTable(slowestTitle, SLOW_COLUMNS, slowest)}`}
      ${refusals.length === 0 ? nothing : html`<h3>${refusalsTitle}</h3>${dataTable(refusalsTitle, REFUSAL_COLUMNS, refusals)}`}
    </div>
  </section>`;
}
