#!/usr/bin/env node
// Plain JavaScript that old versions can read too: they would fail on the TypeScript behind it with
// a message that helps nobody.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  await import('./main.ts');
} else {
  console.error(
    `citedesk: Citedesk needs Node 22.18 or later, and this is ${process.versions.node}. Run it in its folder as "npm run citedesk -- ...", which brings its own Node.`,
  );
  process.exitCode = 3;
}
