import { listOf } from '../stream/fields.ts';
import { getJson } from './get-json.ts';
import type { Server } from './server.ts';

// A screen's worth; a longer list would be a page of its own.
const MAX_SHOWN = 6;

/**
 * Questions that the archive is known to answer, from `GET api/suggestions`. None where the server gives
 * none, or cannot be reached: they are a help, never a condition.
 */
export async function fetchSuggestions(server: Server): Promise<readonly string[]> {
  const fields = await getJson('api/suggestions', server);
  return listOf(fields?.['suggestions'], nonEmptyText).slice(0, MAX_SHOWN);
}

const nonEmptyText = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : null);
