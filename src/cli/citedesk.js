#!/usr/bin/env node
// Plain JavaScript that old versions can read too: they would fail on the TypeScript behind it with
// a message that helps nobody.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  keepCompiledCode();
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

/**
 * Lets Node keep what it compiles, which makes loading the program take a third of the time from the
 * second start on. Node takes that code on trust, so it lies beside the code that it was compiled
 * from, where nobody writes who could not change the program itself. Where that cannot be written,
 * and where the user has chosen a folder or `NODE_DISABLE_COMPILE_CACHE`, nothing changes.
 */
function keepCompiledCode() {
  const dir = fileURLToPath(new URL('../../node_modules/.cache/citedesk', import.meta.url));
  const { status } = module.enableCompileCache(dir);
  // For the processes that embed, which inherit it.
  if (status === module.constants.compileCacheStatus.ENABLED) process.env.NODE_COMPILE_CACHE = dir;
}
