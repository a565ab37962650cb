import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, parseAst } from 'vite';
import { FORMS, swap } from '../src/strings/unpack.ts';

const inWidget = (file: string) => fileURLToPath(new URL(`../src/widget/${file}`, import.meta.url));

/** What the module for other sites takes in place of what the desk's own pages do, for a third of the room. */
const LEANER = new Map([
  ['lit', inWidget('lean-element.ts')],
  ['../text/text-fragment.ts', inWidget('lean-fragment.ts')],
  ['../stream/excerpt.ts', inWidget('lean-excerpt.ts')],
]);

/** Codes of a script's letters above those of one byte, where a table is in such a script. */
const OFFSETS: Readonly<Record<string, number>> = { ru: 0x410 - 63, ar: 0x620 - 63 };

/** Languages of like words: what stands side by side for a line of each is compressed the better. */
const ALIKE = ['es', 'fr', 'pt'];
const ALIKE_MODULE = 'citedesk:alike';

/**
 * Leaves out what the module for other sites can do without: the parts of lit that the desk's element does
 * not use, indents in templates, long names of its own custom properties, and the keys of the tables of
 * words, of which it holds one a language.
 */
export function slim(): Plugin {
  return {
    name: 'citedesk-slim',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'widget',
    resolveId: (name) => LEANER.get(name) ?? (name === ALIKE_MODULE ? name : null),
    load(id) {
      if (id === ALIKE_MODULE) return alikeTables();
      return /\/strings\/(?!en)[a-z]{2}\.ts$/.test(id) ? packedTable(id) : null;
    },
    transform: (code, id) => (/\/src\/(?:chat|widget)\/[\w-]+\.ts$/.test(id) ? withoutIndents(code) : null),
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = likeByLike(file.code);
    },
  };
}

/** Custom properties that no page is told of (all but `--citedesk-…`), under names of two letters at most. */
function withShortProperties(sheets: string): string {
  const names = new Map<string, string>();
  return sheets.replace(/--(?!citedesk)[a-z][\w-]*/g, (name) => {
    const short = names.get(name) ?? `--${names.size.toString(36)}`;
    names.set(name, short);
    return short;
  });
}

/**
 * The same module with all style sheets at its beginning: gzip looks back 32 kB only, and finds more again
 * among what is alike. They are texts that depend on nothing, so they may stand anywhere.
 */
function likeByLike(code: string): string {
  const { body } = parseAst(code);
  const declared = body.flatMap((node) => (node.type === 'VariableDeclaration' ? node.declarations : []));
  const sheets = declared.filter(({ init }) => init?.type === 'TemplateLiteral' && isSheet(code, init));
  const rest = sheets.toReversed().reduce((left, sheet) => without(left, sheet), code);
  const texts = sheets.map(({ start, end }) => code.slice(start, end));
  return `var ${withShortProperties(texts.join(','))};${rest}`;
}

const isSheet = (code: string, { start, end }: Span) => /^`[^$]*\{[^$]*\}`$/s.test(code.slice(start, end));

/** The code without one declaration of a list of them. */
function without(code: string, { start, end }: Span): string {
  const [before, after] = [code.slice(0, start), code.slice(end)];
  if (after.startsWith(',')) return before + after.slice(1);
  if (before.endsWith(',')) return before.slice(0, -1) + after;
  return before.replace(/(?:var|let|const)\s+$/, '') + after.replace(/^;/, '');
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

const inStrings = (file: string) => fileURLToPath(new URL(`../src/strings/${file}`, import.meta.url));

/** The texts of a language, a line each. */
async function linesOf(language: string): Promise<readonly string[]> {
  const tables: Texts = await import(inStrings(`${language}.ts`));
  const { enTable } = await import(inStrings('en.ts'));
  return packed(tables[language], enTable);
}

async function packedTable(file: string): Promise<string> {
  const language = basename(file, '.ts');
  const at = ALIKE.indexOf(language);
  const unpack = "import { unpackTable } from './unpack.ts';";
  if (at >= 0)
    return `${unpack} import { alike } from '${ALIKE_MODULE}';
export const ${language} = unpackTable(alike, 0, ${at}, ${ALIKE.length});`;
  const offset = OFFSETS[language] ?? 0;
  const lines = swap((await linesOf(language)).join('\n'), offset);
  return `${unpack}
export const ${language} = unpackTable(${JSON.stringify(lines)}, ${offset});`;
}

async function alikeTables(): Promise<string> {
  const tables = await Promise.all(ALIKE.map(linesOf));
  const lines = tables[0]?.flatMap((_, line) => tables.map((table) => table[line] ?? '')) ?? [];
  return `export const alike = ${JSON.stringify(lines.join('\n'))};`;
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
