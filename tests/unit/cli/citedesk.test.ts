import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ENTRY = fileURLToPath(new URL('../../../src/cli/citedesk.js', import.meta.url));

// The entry with a program behind it that tells which folder its own processes would keep code in.
let root: string;
let cacheDir: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'citedesk-entry-')));
  cacheDir = join(root, 'node_modules', '.cache', 'citedesk');
  mkdirSync(join(root, 'src', 'cli'), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  copyFileSync(ENTRY, join(root, 'src', 'cli', 'citedesk.js'));
  writeProgram("const dir: string = process.env['NODE_COMPILE_CACHE'] ?? 'none';\nconsole.log(dir);\n");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const writeProgram = (text: string) => writeFileSync(join(root, 'src', 'cli', 'main.ts'), text);

function start(env: Readonly<Record<string, string>> = {}) {
  const { NODE_COMPILE_CACHE: _, NODE_DISABLE_COMPILE_CACHE: __, ...inherited } = process.env;
  const entry = join(root, 'src', 'cli', 'citedesk.js');
  const ended = spawnSync(process.execPath, [entry], { env: { ...inherited, ...env }, encoding: 'utf8' });
  return { code: ended.status, stdout: ended.stdout.trim(), stderr: ended.stderr };
}

describe('the entry keeps compiled code', () => {
  it('beside the packages, for the processes that it starts as well', () => {
    expect(start()).toEqual({ code: 0, stdout: cacheDir, stderr: '' });
    expect(existsSync(cacheDir)).toBe(true);
    expect(start()).toEqual({ code: 0, stdout: cacheDir, stderr: '' });
  });

  it('and takes none of it for a program that has changed', () => {
    start();
    writeProgram("console.log('changed');\n");
    expect(start().stdout).toBe('changed');
  });

  it('nowhere, without a word, when the folder cannot be made', () => {
    writeFileSync(join(root, 'node_modules', '.cache'), 'a file');
    expect(start()).toEqual({ code: 0, stdout: 'none', stderr: '' });
  });

  it('where the user says, or not at all', () => {
    const own = join(root, 'own');
    expect(start({ NODE_COMPILE_CACHE: own })).toEqual({ code: 0, stdout: own, stderr: '' });
    expect(start({ NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual({ code: 0, stdout: 'none', stderr: '' });
    expect(existsSync(cacheDir)).toBe(false);
  });
});

it('says what to do when a part of the program is missing', () => {
  writeProgram("import 'a-package-that-is-not-there';\n");
  const { code, stderr } = start();
  expect(code).toBe(3);
  expect(stderr).toContain('Run "npm install".');
});
