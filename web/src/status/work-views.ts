import { html, nothing, type TemplateResult } from 'lit';
import type { AppName, QuestionOutcome, ServiceStatus } from '../../../src/domain/service-status.ts';
import type { Verdict } from '../../../src/domain/verdict.ts';
import { verdictIcon } from '../chat/icons.ts';
import { numberInWords, shareInWords, timeTaken } from './in-words.ts';
import { barPlot, dataTable, plainTable, shareBar } from './plots.ts';
import { words } from './words.ts';

const OUTCOMES: readonly QuestionOutcome[] = ['answered', 'abstained', 'failed', 'stopped'];
const total = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** How many questions came, what became of them, and when. */
export function questionsView(status: ServiceStatus): TemplateResult {
  const { title, none, lead, abstained, outcome } = words.questions;
  const { questions, abstainedShare } = status;
  const asked = total([...Object.values(questions.desk), ...Object.values(questions.public)]);
  const columns = [
    { head: outcome, cell: (one: QuestionOutcome) => words.outcomes[one] },
    ...(['desk', 'public'] as const).map((app: AppName) => ({
      head: words.apps[app],
      cell: (one: QuestionOutcome) => numberInWords(questions[app][one]),
      isNumber: true,
    })),
  ];
  return html`<section aria-labelledby="questions">
    <h2 id="questions">${title}</h2>
    <div class="body">
      <p class="lead">${asked === 0 ? none : lead(asked)}</p>
      ${abstainedShare === null ? nothing : html`<p>${abstained(shareInWords(abstainedShare))}</p>`}
      ${asked === 0 ? nothing : html`${plainTable(title, columns, OUTCOMES)} ${perMinutePlot(status)}`}
    </div>
  </section>`;
}

function perMinutePlot({ questionsPerMinute: { desk, public: readers } }: ServiceStatus): TemplateResult {
  const { perMinute, perMinuteWords, minute, hourAgo, now } = words.questions;
  const minutes = desk.map((count, at) => ({
    ago: desk.length - 1 - at,
    desk: count,
    public: readers[at] ?? 0,
  }));
  const sums = minutes.map((one) => one.desk + one.public);
  const isBusy = (one: (typeof minutes)[number]) => one.desk + one.public > 0;
  const columns = [
    { head: minute, cell: (one: (typeof minutes)[number]) => one.ago },
    ...(['desk', 'public'] as const).map((app) => ({
      head: words.apps[app],
      cell: (one: (typeof minutes)[number]) => numberInWords(one[app]),
      isNumber: true,
    })),
  ];
  return barPlot({
    title: perMinute,
    summary: perMinuteWords(total(sums), Math.max(0, ...sums)),
    bars: minutes.map((one) => [one.desk, one.public]),
    axis: [hourAgo, now],
    legend: [words.apps.desk, words.apps.public],
    table: dataTable(perMinute, columns, minutes.filter(isBusy)),
  });
}

const ROOM = 3;

/** How long readers wait for a whole answer. */
export function speedView({ answerTimes }: ServiceStatus): TemplateResult {
  const { title, none, lead, longest, answers, took, upTo, over } = words.speed;
  const { count, p50Ms, p95Ms, maxMs, boundsMs, counts } = answerTimes;
  const labels = counts.map((_, at) => {
    const bound = boundsMs[at];
    return bound === undefined ? over(timeTaken(boundsMs.at(-1) ?? 0)) : upTo(timeTaken(bound));
  });
  // From the first bar to the last with some room: the rest of the empty ones say nothing.
  const first = Math.max(0, counts.findIndex((one) => one > 0) - ROOM);
  const last = counts.findLastIndex((one) => one > 0) + ROOM;
  const rows = labels.map((label, at) => ({ label, count: counts[at] ?? 0 })).slice(first, last + 1);
  const columns = [
    { head: took, cell: (row: (typeof rows)[number]) => row.label },
    { head: answers, cell: (row: (typeof rows)[number]) => numberInWords(row.count), isNumber: true },
  ];
  return html`<section aria-labelledby="speed">
    <h2 id="speed">${title}</h2>
    <div class="body">${
      count === 0
        ? html`<p class="lead">${none}</p>`
        : html`<p class="lead">${lead(timeTaken(p50Ms), timeTaken(p95Ms))}</p>
            ${barPlot({
              ...{ title: answers, summary: longest(timeTaken(maxMs)), bars: rows.map((row) => [row.count]) },
              axis: [rows[0]?.label ?? '', rows.at(-1)?.label ?? ''],
              table: plainTable(answers, columns, rows),
            })}`
    }</div>
  </section>`;
}

/** Drafts that were checked. */
export function checksView({ checks, checkTimes }: ServiceStatus): TemplateResult {
  const { title, none, lead, time } = words.checks;
  const all = checks.finished + checks.failed + checks.stopped;
  const outcomes = (['failed', 'stopped'] as const).filter((outcome) => checks[outcome] > 0);
  return html`<section aria-labelledby="checks">
    <h2 id="checks">${title}</h2>
    <div class="body">
      <p class="lead">${all === 0 ? none : lead(all)}</p>
      ${checkTimes.count === 0 ? nothing : html`<p>${time(timeTaken(checkTimes.p50Ms), timeTaken(checkTimes.maxMs))}</p>`}
      ${outcomes.map((one) => html`<p>${words.checkOutcomes[one]}: ${numberInWords(checks[one])}</p>`)}
    </div>
  </section>`;
}

const VERDICTS: readonly Verdict[] = [
  'supported',
  'partially-supported',
  'contradicted',
  'unsupported',
  'not-checked',
];

/** Verdicts of sentences and claims, as bars with their numbers. */
export function verdictsView({ verdicts }: ServiceStatus): TemplateResult {
  const { title, none } = words.verdicts;
  const kinds = (['answers', 'checks'] as const).filter((kind) => total(Object.values(verdicts[kind])) > 0);
  return html`<section aria-labelledby="verdicts">
    <h2 id="verdicts">${title}</h2>
    <div class="body">${
      kinds.length === 0
        ? html`<p class="lead">${none}</p>`
        : kinds.map((kind) => verdictTable(words.verdicts[kind], verdicts[kind]))
    }</div>
  </section>`;
}

function verdictTable(caption: string, counts: Readonly<Record<Verdict, number>>): TemplateResult {
  const { verdict, count } = words.verdicts;
  const all = total(Object.values(counts));
  const columns = [
    {
      head: verdict,
      cell: (one: Verdict) =>
        html`<span class="verdict ${one}">${verdictIcon(one)} ${words.verdictNames[one]}</span>`,
    },
    { head: words.verdicts.share, cell: (one: Verdict) => shareCell(counts[one] / all, one) },
    { head: count, cell: (one: Verdict) => numberInWords(counts[one]), isNumber: true },
  ];
  return html`<h3>${caption}</h3><div class="bars">${plainTable(caption, columns, VERDICTS)}</div>`;
}

function shareCell(share: number, name: Verdict): TemplateResult {
  return html`<span class="share-cell">${shareBar(share, name)}<span class="number">${shareInWords(share)}</span></span>`;
}
