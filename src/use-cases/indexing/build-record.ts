import type { BuildRecord } from '../../domain/build-record.ts';
import type { IndexReport } from '../../domain/index-manifest.ts';

// A screenful and more of each; an archive of which nothing can be read must not make a file as long as itself.
const MAX_LISTED = 500;

/** What is kept of a build's report: its lists as counts, and the first of what needs somebody's eye. */
export function buildRecord(report: IndexReport, finishedAt: string): BuildRecord {
  const { added, changed, unchanged, removed, skipped, warnings } = report;
  const { seconds, embeddedPassages, passagesPerSecond, rebuildReason } = report;
  return {
    ...{ finishedAt, seconds, embeddedPassages, passagesPerSecond, rebuildReason },
    added: added.length,
    changed: changed.length,
    unchanged: unchanged.length,
    removed: removed.length,
    skipped: skipped.slice(0, MAX_LISTED),
    skippedCount: skipped.length,
    warnings: warnings.slice(0, MAX_LISTED),
    warningCount: warnings.length,
  };
}
