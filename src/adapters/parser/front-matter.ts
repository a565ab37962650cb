import { yamlFields } from './yaml-fields.ts';

/** The YAML block at the top of a Markdown file and what follows it. */
export interface FrontMatter {
  /** Lower-case keys; empty where there is none or it is broken. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly warnings: readonly string[];
}

// A closing line further down than this closes something else.
const MAX_CHARS = 20_000;

/**
 * Splits a Markdown file from its front matter. Nothing is lost: where the block is broken, its lines stay
 * in the body, out of reach of the rest, and a warning says so.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const open = /^\s*---[ \t]*\n/.exec(text);
  if (open === null) return { fields: tomlAccess(text), body: text, warnings: [] };
  const rest = text.slice(open[0].length);
  const close = /^(?:---|\.\.\.)[ \t]*$/m.exec(rest.slice(0, MAX_CHARS));
  if (close === null) {
    // A file may begin with a thematic break; only `key:` makes it front matter.
    const looksLikeYaml = /^[\w-]+:/.test(rest);
    if (!looksLikeYaml) return { fields: {}, body: text, warnings: [] };
    // Nobody knows where it ends, but what it keeps from readers is kept.
    const { access } = looseFields(rest.slice(0, MAX_CHARS));
    return { fields: access === undefined ? {} : { access }, body: text, warnings: [UNCLOSED] };
  }
  const yaml = rest.slice(0, close.index);
  const body = rest.slice(close.index + close[0].length);
  return readYaml(yaml, body);
}

/** Front matter in TOML is not read, but what it keeps from readers is kept. */
function tomlAccess(text: string): { readonly access?: string } {
  const block = /^\s*\+\+\+[ \t]*\n([\s\S]*?)^\+\+\+/m.exec(text.slice(0, MAX_CHARS))?.[1];
  const value = /^[ \t]*access[ \t]*=[ \t]*["']?([^"'\n]*)/im.exec(block ?? '')?.[1]?.trim();
  return value === undefined ? {} : { access: value };
}

const UNCLOSED = 'The front matter has no closing "---" line; the file was read as text from its first line.';

function readYaml(yaml: string, body: string): FrontMatter {
  const read = yamlFields(yaml);
  return 'fault' in read ? broken(yaml, body, read.fault) : { fields: read.fields, body, warnings: [] };
}

/** Broken YAML that is still lines of `key: value` is read as such; anything else stays in the body. */
function broken(yaml: string, body: string, why: string): FrontMatter {
  const fields = looseFields(yaml);
  const isLines = yaml.split('\n').every((line) => /^\s*$|^[\w-]{2,30}:|^\s*-\s|^\s+\S|^\s*#/.test(line));
  if (isLines) {
    return {
      fields,
      body,
      warnings: [`The front matter is not valid YAML (${why}); it was read line by line.`],
    };
  }
  return {
    fields,
    // Paragraphs of their own: a line of `key: value` must not run into the article.
    body: `${yaml.trim().replaceAll('\n', '\n\n')}\n\n${body}`,
    warnings: [`The front matter is not valid YAML (${why}); its lines were kept as text.`],
  };
}

/** What can still be read of broken front matter line by line. */
function looseFields(yaml: string): { access?: string } & Record<string, string> {
  const fields: { access?: string } & Record<string, string> = {};
  for (const match of yaml.matchAll(/^([A-Za-z_]{2,20}):[ \t]*(\S.{0,300})$/gm)) {
    const [, key = '', value = ''] = match;
    fields[key.toLowerCase()] ??= value.trim().replace(/^["']|["']$/g, '');
  }
  return fields;
}
