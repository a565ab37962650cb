import { parseDocument } from 'yaml';

/** A YAML text of `key: value` lines; why it cannot be read where it is none. */
export type YamlFields =
  | { readonly fields: Readonly<Record<string, unknown>> }
  /** The start of a sentence's end. */
  | { readonly fault: string };

/** Fields by lower-case key; none for a text that says nothing. */
export function yamlFields(yaml: string): YamlFields {
  // `core` leaves dates as text; aliases are off, since a few lines of them can stand for gigabytes.
  const document = parseDocument(yaml, { schema: 'core', strict: false, uniqueKeys: false });
  const [error] = document.errors;
  if (error !== undefined) return { fault: faultOf(error.message) };
  try {
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    if (value === null || value === undefined) return { fields: {} };
    if (typeof value !== 'object' || Array.isArray(value)) return { fault: 'it holds no "key: value" lines' };
    return { fields: lowerCaseKeys(value) };
  } catch (cause) {
    return { fault: faultOf(cause instanceof Error ? cause.message : String(cause)) };
  }
}

// The first line without its full stop: the rest shows the place in the text.
const faultOf = (message: string) => message.split('\n')[0]?.replace(/[:.]?\s*$/, '') ?? '';

function lowerCaseKeys(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key.toLowerCase(), entry]));
}
