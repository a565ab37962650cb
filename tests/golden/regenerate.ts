import { writeFile } from 'node:fs/promises';
import { goldenNames, goldenPath, parseGolden } from './golden.ts';

// Writes what the program makes of every golden source now: `node tests/golden/regenerate.ts`. Read the
// difference before it is committed; a golden file is a promise, not a record.
for (const name of await goldenNames()) {
  await writeFile(goldenPath(name), `${JSON.stringify(await parseGolden(name), null, 2)}\n`);
}
