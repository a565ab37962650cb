import type { IndexReport } from '../domain/index-manifest.ts';
import { oneLine, type Terminal } from './terminal.ts';
import { count } from './words.ts';

const MOST_SHOWN = 20;

/** What a build did, for a person. */
export function reportLines(report: IndexReport, { style }: Terminal): string {
  const { added, changed, unchanged, removed, skipped, warnings } = report;
  const lines = [
    `${style('bold', `${count(report.documents, 'article')}, ${count(report.passages, 'passage')}`)}: ` +
      `${added.length} added, ${changed.length} changed, ${unchanged.length} unchanged, ` +
      `${removed.length} removed, ${skipped.length} skipped.`,
    `${count(report.embeddedPassages, 'passage')} embedded in ${report.seconds.toFixed(1)} s` +
      (report.embeddedPassages > 0 ? ` (${Math.round(report.passagesPerSecond)} a second).` : '.'),
  ];
  if (report.deskDocuments > 0) {
    lines.push(`${count(report.deskDocuments, 'article')} for the desk alone.`);
  }
  for (const { path, reason } of skipped.slice(0, MOST_SHOWN)) {
    lines.push(`${style('yellow', 'skipped')} ${oneLine(path)}: ${oneLine(reason)}`);
  }
  const more = skipped.length - MOST_SHOWN;
  if (more > 0) lines.push(`and ${more} more; --json lists them all.`);
  for (const { path, words } of warnings.slice(0, MOST_SHOWN)) {
    lines.push(`${style('yellow', 'warning')} ${path === null ? '' : `${oneLine(path)}: `}${oneLine(words)}`);
  }
  return `${lines.join('\n')}\n`;
}
