import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], test: Record<string, unknown> = {}) => ({
  test: { name, include, environment: 'node', setupFiles: ['tests/setup.ts'], ...test },
});

export default defineConfig({
  test: {
    globalSetup: ['tests/global-setup.ts'],
    // Two cores: one file at a time next to the embedder's own processes is the fastest that stays steady.
    maxWorkers: 2,
    projects: [
      project('unit', ['tests/unit/**/*.test.ts', 'tests/golden/**/*.test.ts', 'tests/architecture.test.ts']),
      project('contract', ['tests/contract/**/*.test.ts'], { testTimeout: 60_000, hookTimeout: 60_000 }),
      project('http', ['tests/http/**/*.test.ts'], { testTimeout: 60_000, hookTimeout: 120_000 }),
      project('browser', ['tests/browser/**/*.test.ts'], { testTimeout: 60_000, hookTimeout: 180_000 }),
      project('eval', ['tests/eval/**/*.test.ts'], { testTimeout: 600_000, hookTimeout: 600_000 }),
    ],
  },
});
