import { relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const project = (name: string, include: string[], test: Record<string, unknown> = {}) => ({
  test: { name, include, environment: 'node', setupFiles: ['tests/setup.ts'], ...test },
});

// The files that take more than half a minute of a core, longest first.
const LONG = [
  'tests/eval/injection.test.ts',
  'tests/eval/retrieval.test.ts',
  'tests/browser/craft.test.ts',
  'tests/browser/attacks-served.test.ts',
  'tests/eval/quotations.test.ts',
  'tests/browser/check-page.test.ts',
  'tests/browser/attacks.test.ts',
  'tests/browser/status.test.ts',
  'tests/browser/widget.test.ts',
  'tests/browser/history.test.ts',
  'tests/browser/widget-words.test.ts',
];

/** Long files first: one that came last would keep one core busy while the other has nothing to do. */
class LongestFirst extends BaseSequencer {
  override async sort(specs: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONG.indexOf(relative(import.meta.dirname, moduleId));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(specs)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    globalSetup: ['tests/global-setup.ts'],
    sequence: { sequencer: LongestFirst },
    // For two cores: a browser test waits a third of its time, and a third file uses it.
    maxWorkers: 3,
    projects: [
      // These share a process: starting one for each file took three times the work of the tests themselves.
      project(
        'unit',
        ['tests/unit/**/*.test.ts', 'tests/golden/**/*.test.ts', 'tests/architecture.test.ts'],
        {
          isolate: false,
        },
      ),
      project('contract', ['tests/contract/**/*.test.ts'], { testTimeout: 60_000, hookTimeout: 60_000 }),
      project('http', ['tests/http/**/*.test.ts'], { testTimeout: 60_000, hookTimeout: 120_000 }),
      project('browser', ['tests/browser/**/*.test.ts'], { testTimeout: 60_000, hookTimeout: 180_000 }),
      project('eval', ['tests/eval/**/*.test.ts'], { testTimeout: 600_000, hookTimeout: 600_000 }),
    ],
  },
});
