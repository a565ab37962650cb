import { asFields, countOf, listOf, parseJson, textOf } from '../stream/fields.ts';
import type { Server } from './server.ts';

/** A top folder of the archive and how many articles lie in it. */
export interface Folder {
  readonly name: string;
  readonly articles: number;
}

/** From `GET api/folders`; none where the server names none. */
export async function fetchFolders({ base, send }: Server): Promise<readonly Folder[]> {
  const response = await send(new URL('api/folders', base), {}).catch(() => null);
  if (!response?.ok) return [];
  const fields = asFields(parseJson(await response.text().catch(() => '')));
  return listOf(fields?.['folders'], readFolder);
}

function readFolder(value: unknown): Folder | null {
  const fields = asFields(value);
  const name = fields && textOf(fields, 'name');
  const articles = fields && countOf(fields, 'articles');
  return name && articles !== null ? { name, articles } : null;
}
