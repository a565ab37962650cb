import { defineConfig } from 'vite';

const here = import.meta.dirname;

// The page is a thin shell around the element: both share one copy of it, `citedesk-chat.js`, whose
// name is stable because other sites write it into their pages.
export default defineConfig({
  root: here,
  // Relative addresses, so that the desk also works under a path of another site.
  base: './',
  build: {
    outDir: `${here}/dist`,
    emptyOutDir: true,
    // What the styles and the element lean on (light-dark(), popover) came with these.
    target: ['chrome125', 'edge125', 'firefox126', 'safari18'],
    modulePreload: false,
    rolldownOptions: {
      input: { index: `${here}/index.html`, 'citedesk-chat': `${here}/src/citedesk-chat.ts` },
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: (chunk) => (chunk.name === 'citedesk-chat' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
