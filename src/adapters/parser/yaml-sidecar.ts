import { isCitedeskError } from '../../domain/errors.ts';
import { decodeText } from '../../ingest/decode.ts';
import type { SidecarReader } from '../../ports/sidecar-reader.ts';
import { accessOf, KNOWN_FIELDS, metadataOf } from './front-matter-metadata.ts';
import { type YamlFields, yamlFields } from './yaml-fields.ts';

/** Sidecars in YAML, with the fields of front matter: access, title, date, author, url, language. */
export const readYamlSidecar: SidecarReader = (bytes) => {
  const read = fieldsOf(bytes);
  if ('fault' in read) {
    const words = `Its sidecar is not valid YAML (${read.fault}); until it is, the article is for the desk alone.`;
    return { access: 'desk', warnings: [words] };
  }
  const { access, warnings } = accessOf(read.fields);
  const stated = { ...metadataOf(read.fields), ...(access === undefined ? {} : { access }) };
  return { ...stated, warnings: [...warnings, ...unknownFields(Object.keys(read.fields))] };
};

const NO_TEXT: YamlFields = { fault: 'it is no text' };
// White space, and the marks that tell an encoding.
const BLANK_BYTES = new Set([0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xfe, 0xff]);

function fieldsOf(bytes: Uint8Array): YamlFields {
  try {
    const { text } = decodeText(bytes);
    const isLost = text.trim() === '' && bytes.some((byte) => !BLANK_BYTES.has(byte));
    return isLost ? NO_TEXT : yamlFields(text);
  } catch (error) {
    if (isCitedeskError(error, 'file-unsupported')) return NO_TEXT;
    throw error;
  }
}

function unknownFields(keys: readonly string[]): string[] {
  const unknown = keys.filter((key) => !KNOWN_FIELDS.has(key)).slice(0, 3);
  if (unknown.length === 0) return [];
  const words = unknown.map((key) => `"${key.slice(0, 40)}"`).join(', ');
  return [
    `Its sidecar says ${words}, which means nothing; access, title, date, author, url and language do.`,
  ];
}
