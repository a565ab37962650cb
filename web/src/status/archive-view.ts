import { html, nothing, type TemplateResult } from 'lit';
import type { ArchiveStatus } from '../../../src/domain/archive-status.ts';
import type { BuildRecord } from '../../../src/domain/build-record.ts';
import { plainLine } from '../text/bidi.ts';
import { momentInWords, numberInWords, spanInWords, timeTaken } from './in-words.ts';
import { dataTable } from './plots.ts';
import { words } from './words.ts';

/** What the archive holds, and the index that it is found by. */
export function archiveView({ index, ...archive }: ArchiveStatus): TemplateResult {
  const { title, lead, access, format, dimensions, ...names } = words.archive;
  const { model, dimensions: size, splitter } = index.madeWith;
  return html`<section aria-labelledby="archive">
    <h2 id="archive">${title}</h2>
    <div class="body">
      <p class="lead">${lead(archive.documents, archive.passages, archive.stories)}</p>
      <p>${access(archive.publicDocuments, archive.deskDocuments)}</p>
      <dl class="facts">
        <div><dt>${names.index}</dt><dd>${format(index.formatVersion)}, ${momentInWords(index.builtAt)}</dd></div>
        <div><dt>${names.model}</dt><dd>${model}, ${dimensions(size)}</dd></div>
        <div><dt>${names.splitter}</dt><dd>${splitter}</dd></div>
        <div><dt>${names.fingerprint}</dt><dd><code>${index.fingerprint}</code></dd></div>
      </dl>
    </div>
  </section>`;
}

/** What the last build did and what it left out. */
export function buildView(build: BuildRecord | null): TemplateResult {
  const { title, none } = words.build;
  return html`<section aria-labelledby="build">
    <h2 id="build">${title}</h2>
    <div class="body">${build === null ? html`<p>${none}</p>` : buildBody(build)}</div>
  </section>`;
}

const FATES = ['added', 'changed', 'unchanged', 'removed'] as const;

function buildBody(build: BuildRecord): TemplateResult {
  const { finished, embedded, rebuilt, fates } = words.build;
  const took = build.seconds < 60 ? timeTaken(build.seconds * 1_000) : spanInWords(build.seconds);
  return html`<p class="lead">${finished(momentInWords(build.finishedAt), took)}</p>
    <p>${embedded(build.embeddedPassages, build.passagesPerSecond)}
      ${build.rebuildReason === null ? nothing : rebuilt(build.rebuildReason)}</p>
    <dl class="tallies">${FATES.map(
      (fate) => html`<div><dt>${fates[fate]}</dt><dd>${numberInWords(build[fate])}</dd></div>`,
    )}</dl>
    ${skippedView(build)} ${warningsView(build)}`;
}

function skippedView({ skipped, skippedCount }: BuildRecord): TemplateResult {
  const { skipped: title, noneSkipped, file, reason } = words.build;
  if (skippedCount === 0) return html`<p>${noneSkipped}</p>`;
  const columns = [
    { head: file, cell: (one: (typeof skipped)[number]) => html`<bdi>${plainLine(one.path)}</bdi>` },
    { head: reason, cell: (one: (typeof skipped)[number]) => html`<bdi>${plainLine(one.reason)}</bdi>` },
  ];
  return html`<h3>${title} (${numberInWords(skippedCount)})</h3>
    ${dataTable(title, columns, skipped)} ${moreOf(skippedCount - skipped.length)}`;
}

function warningsView({ warnings, warningCount }: BuildRecord): TemplateResult | typeof nothing {
  const { warnings: title, warning, file, wholeIndex } = words.build;
  if (warningCount === 0) return nothing;
  const columns = [
    {
      head: file,
      cell: (one: (typeof warnings)[number]) => html`<bdi>${plainLine(one.path ?? wholeIndex)}</bdi>`,
    },
    { head: warning, cell: (one: (typeof warnings)[number]) => html`<bdi>${plainLine(one.words)}</bdi>` },
  ];
  return html`<h3>${title} (${numberInWords(warningCount)})</h3>
    ${dataTable(title, columns, warnings)} ${moreOf(warningCount - warnings.length)}`;
}

const moreOf = (count: number) =>
  count > 0 ? html`<p class="quiet">${words.build.more(count)}</p>` : nothing;
