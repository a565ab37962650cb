import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

// The layer table of docs/design.md as data: a folder, the folders it may import besides itself, and
// the packages it may name (`*`: any). A file belongs to the longest folder that holds it.
interface Layer {
  readonly folder: string;
  readonly mayImport: readonly string[];
  readonly packages: readonly string[] | '*';
}

const CORE = ['src/domain', 'src/ports', 'src/text'];
const LAYERS: readonly Layer[] = [
  { folder: 'src/domain', mayImport: [], packages: [] },
  { folder: 'src/ports', mayImport: ['src/domain'], packages: [] },
  { folder: 'src/text', mayImport: ['src/domain'], packages: ['stemmer'] },
  { folder: 'src/ingest', mayImport: CORE, packages: [] },
  { folder: 'src/retrieval', mayImport: CORE, packages: [] },
  { folder: 'src/answering', mayImport: CORE, packages: [] },
  { folder: 'src/verification', mayImport: CORE, packages: [] },
  { folder: 'src/adapters/model-pool', mayImport: CORE, packages: '*' },
  { folder: 'src/adapters/embedder', mayImport: [...CORE, 'src/adapters/model-pool'], packages: '*' },
  { folder: 'src/adapters/storage', mayImport: [...CORE, 'src/retrieval'], packages: '*' },
  { folder: 'src/adapters/parser', mayImport: [...CORE, 'src/ingest'], packages: '*' },
  { folder: 'src/adapters/source', mayImport: [...CORE, 'src/ingest'], packages: '*' },
  { folder: 'src/adapters/language-model', mayImport: CORE, packages: '*' },
  {
    folder: 'src/adapters/answerer',
    mayImport: [...CORE, 'src/answering', 'src/adapters/language-model'],
    packages: '*',
  },
  {
    folder: 'src/adapters/verifier',
    mayImport: [...CORE, 'src/verification', 'src/adapters/model-pool', 'src/adapters/language-model'],
    packages: '*',
  },
  { folder: 'src/adapters/system', mayImport: CORE, packages: '*' },
  {
    folder: 'src/use-cases',
    mayImport: [...CORE, 'src/ingest', 'src/retrieval', 'src/answering', 'src/verification'],
    packages: [],
  },
  {
    folder: 'src/http',
    mayImport: ['src/domain', 'src/use-cases'],
    packages: ['@modelcontextprotocol', 'hono', 'hono-openapi', 'zod'],
  },
  { folder: 'src/cli', mayImport: ['src/domain', 'src/use-cases', 'src/runtime', 'evals'], packages: '*' },
  { folder: 'src/runtime', mayImport: ['src'], packages: '*' },
  { folder: 'web/vite.config.ts', mayImport: ['web/build'], packages: ['node:fs', 'vite'] },
  {
    folder: 'web/build',
    mayImport: ['web/src/strings'],
    packages: ['node:fs', 'node:path', 'node:url', 'node:zlib', 'vite'],
  },
  { folder: 'web', mayImport: ['src/domain'], packages: ['lit'] },
  { folder: 'evals', mayImport: ['src'], packages: '*' },
  { folder: 'bench', mayImport: ['src', 'evals'], packages: '*' },
];

const root = fileURLToPath(new URL('..', import.meta.url));

function sourceFiles(): string[] {
  return ['src', 'web', 'evals', 'bench'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((path) => !path.includes('dist/')),
  );
}

function importsOf(path: string): string[] {
  const code = readFileSync(join(root, path), 'utf8');
  const pattern = /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|import\s*\(?\s*'([^']+)'/g;
  return [...code.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');
}

const inside = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

function layerOf(path: string): Layer | undefined {
  return LAYERS.filter((layer) => inside(path, layer.folder)).sort(
    (a, b) => b.folder.length - a.folder.length,
  )[0];
}

const resolveImport = (from: string, target: string) => normalize(join(dirname(from), target));

function wrongArrows(path: string): string[] {
  const layer = layerOf(path);
  if (layer === undefined) return [`${path} lies in no layer`];
  return importsOf(path).flatMap((target) => {
    if (target.startsWith('.')) {
      const resolved = resolveImport(path, target);
      const allowed = [layer.folder, ...layer.mayImport].some((folder) => inside(resolved, folder));
      return allowed ? [] : [`${path} imports ${resolved}`];
    }
    const name = target.split('/')[0] ?? target;
    const allowed = layer.packages === '*' || layer.packages.includes(name);
    return allowed ? [] : [`${path} imports package ${target}`];
  });
}

function cycleFrom(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const next of graph.get(path) ?? []) {
      const cycle = visit(next, [...trail, path]);
      if (cycle !== null) return cycle;
    }
    done.add(path);
    return null;
  };
  for (const path of graph.keys()) {
    const cycle = visit(path, []);
    if (cycle !== null) return cycle;
  }
  return null;
}

describe('architecture', () => {
  const files = sourceFiles();

  it('finds the files it judges', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it('lets every import follow the layer table', () => {
    expect(files.flatMap(wrongArrows)).toEqual([]);
  });

  it('has no import cycle', () => {
    const graph = new Map(
      files.map((path) => [
        path,
        importsOf(path)
          .filter((target) => target.startsWith('.'))
          .map((target) => resolveImport(path, target)),
      ]),
    );
    expect(cycleFrom(graph)).toBeNull();
  });

  it('keeps the portable layers free of node', () => {
    const portable = [
      'domain',
      'ports',
      'text',
      'ingest',
      'retrieval',
      'answering',
      'verification',
      'use-cases',
      'http',
    ];
    const offenders = files
      .filter((path) => portable.some((layer) => inside(path, `src/${layer}`)))
      .filter((path) => importsOf(path).some((target) => target.startsWith('node:')));
    expect(offenders).toEqual([]);
  });

  it('notices a wrong arrow and a cycle', () => {
    expect(layerOf('src/adapters/parser/html.ts')?.folder).toBe('src/adapters/parser');
    expect(
      cycleFrom(
        new Map([
          ['a', ['b']],
          ['b', ['a']],
        ]),
      ),
    ).toEqual(['a', 'b', 'a']);
  });
});
