import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives the run a folder for all that its tests write and share, and takes it away at the end. */
export function setup(): () => void {
  const dir = mkdtempSync(join(tmpdir(), 'citedesk-tests-'));
  // The processes of the tests inherit both.
  Object.assign(process.env, { CITEDESK_TEST_DIR: dir, TMPDIR: dir });
  return () => rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
}
