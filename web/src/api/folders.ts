import { asFields, countOf, listOf, textOf } from '../stream/fields.ts';
import { getJson } from './get-json.ts';
import type { Server } from './server.ts';

/** A top folder of the archive and how many articles lie in it. */
export interface Folder {
  readonly name: string;
  readonly articles: number;
}

/** From `GET api/folders`; none where the server names none. */
export async function fetchFolders(server: Server): Promise<readonly Folder[]> {
  const fields = await getJson('api/folders', server);
  return listOf(fields?.['folders'], readFolder);
}

function readFolder(value: unknown): Folder | null {
  const fields = asFields(value);
  const name = fields && textOf(fields, 'name');
  const articles = fields && countOf(fields, 'articles');
  return name && articles !== null ? { name, articles } : null;
}
