import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';
import { slim } from './build/slim.ts';

const here = import.meta.dirname;

// What the styles and the elements lean on (light-dark(), popover) came with these.
const TARGET = ['chrome125', 'edge125', 'firefox126', 'safari18'];

// A busy machine is no fault of the build's.
const CHECKS = { pluginTimings: false };

const PAGES = ['index', 'check', 'status'].filter((page) => existsSync(`${here}/${page}.html`));

// Two builds into one folder. Pages share hashed chunks, which may be kept for ever. The element that other
// sites embed has a stable name, so it must stand alone: a kept copy of it may be older than any chunk.
export default defineConfig({
  root: here,
  // Relative addresses, so that the desk also works under a path of another site.
  base: './',
  builder: {},
  plugins: [slim(), compressed()],
  environments: {
    client: {
      build: {
        outDir: `${here}/dist`,
        emptyOutDir: true,
        target: TARGET,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          checks: CHECKS,
          input: Object.fromEntries(PAGES.map((page) => [page, `${here}/${page}.html`])),
        },
      },
    },
    widget: {
      consumer: 'client',
      build: {
        outDir: `${here}/dist`,
        emptyOutDir: false,
        copyPublicDir: false,
        target: TARGET,
        rolldownOptions: {
          checks: CHECKS,
          input: { 'citedesk-chat': `${here}/src/citedesk-chat.ts` },
          preserveEntrySignatures: 'strict',
          output: { entryFileNames: '[name].js', codeSplitting: false },
        },
      },
    },
  },
});
