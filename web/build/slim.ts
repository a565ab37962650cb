import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, parseAst } from 'vite';
import { FORMS, swap } from '../src/strings/unpack.ts';

const inWidget = (file: string) => fileURLToPath(new URL(`../src/widget/${file}`, import.meta.url));

/** What the module for other sites takes in place of what the desk's own pages do, for a third of the room. */
const LEANER = new Map([
  ['lit', inWidget('lean-element.ts')],
  ['../text/text-fragment.ts', inWidget('lean-fragment.ts')],
]);

/** Codes of a script's letters above those of one byte, where a table is in such a script. */
const OFFSETS: Readonly<Record<string, number>> = { ru: 0x410 - 63, ar: 0x620 - 63 };

/**
 * Leaves out what the module for other sites can do without: the parts of lit that the desk's element does
 * not use, indents in templates, and the keys of the tables of words, of which it holds one a language.
 */
export function slim(): Plugin {
  return {
    name: 'citedesk-slim',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'widget',
    resolveId: (name) => LEANER.get(name) ?? null,
    load: (id) => (/\/strings\/(?!en)[a-z]{2}\.ts$/.test(id) ? packedTable(id) : null),
    transform: (code, id) => (/\/src\/(?:chat|widget)\/[\w-]+\.ts$/.test(id) ? withoutIndents(code) : null),
  };
}

/** The same module with one space for the line breaks and indents inside its templates. */
function withoutIndents(code: string): string {
  const texts = templateTexts(parseAst(code, { lang: 'ts' })).toSorted((a, b) => b.start - a.start);
  return texts.reduce(
    (rest, { start, end }) =>
      rest.slice(0, start) + rest.slice(start, end).replace(/\s*\n\s*/g, ' ') + rest.slice(end),
    code,
  );
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function templateTexts(node: unknown): readonly Span[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, start, end }: { type?: unknown; start?: unknown; end?: unknown } = node;
  const isText = type === 'TemplateElement' && typeof start === 'number' && typeof end === 'number';
  return isText ? [{ start, end }] : Object.values(node).flatMap(templateTexts);
}

async function packedTable(file: string): Promise<string> {
  const language = basename(file, '.ts');
  const tables: Texts = await import(file);
  const { enTable } = await import(file.replace(/[a-z]{2}\.ts$/, 'en.ts'));
  const offset = OFFSETS[language] ?? 0;
  const lines = swap(packed(tables[language], enTable).join('\n'), offset);
  return `import { unpackTable } from './unpack.ts';
export const ${language} = unpackTable(${JSON.stringify(lines)}, ${offset});`;
}

type Texts = Readonly<Record<string, unknown>>;

/** The texts of a table in the order of `shape`, plural forms as one. */
function packed(table: unknown, shape: object): readonly string[] {
  const texts: Texts = Object(table);
  return Object.entries(shape).flatMap(([key, like]) => {
    const value = texts[key];
    if (typeof like === 'string') return checked(value);
    return 'other' in like ? packedForms(Object(value)) : packed(value, like);
  });
}

const packedForms = (forms: Texts) =>
  FORMS.map((form) => (forms[form] === undefined ? '' : checked(forms[form])))
    .join('/')
    .replace(/\/+$/, '');

function checked(text: unknown): string {
  if (typeof text === 'string' && !/[\n/]/.test(text)) return text;
  throw new Error(`A text that cannot be packed, because of a line break or a slash: ${String(text)}`);
}
