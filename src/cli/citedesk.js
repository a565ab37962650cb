#!/usr/bin/env node
// Plain JavaScript that old versions can read too: they would fail on the TypeScript behind it with
// a message that helps nobody.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  try {
    await import('./main.ts');
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    console.error(`citedesk: A part of the program is missing (${error.message}). Run "npm install".`);
    process.exitCode = 3;
  }
} else {
  console.error(
    `citedesk: Citedesk needs Node 22.18 or later, and this is ${process.versions.node}. Run it in its folder as "npm run citedesk -- ...", which brings its own Node.`,
  );
  process.exitCode = 3;
}
