import { type Fields, listOf } from '../stream/fields.ts';
import { getJson } from './get-json.ts';
import type { Server } from './server.ts';

// A screen's worth; a longer list would be a page of its own.
const MAX_SHOWN = 6;

/**
 * Questions that the archive is known to answer, from `GET api/suggestions`. None where the server gives
 * none, or cannot be reached: they are a help, never a condition.
 */
export const fetchSuggestions = async (server: Server): Promise<readonly string[]> =>
  suggestionsIn(await askFor(server));

// A server that has just started seeks for some seconds, and keeps each request waiting for as long as three.
const MAX_REQUESTS = 10;

/** Likewise, a longer list each time while the server goes on seeking. */
export async function* seekSuggestions(server: Server): AsyncGenerator<readonly string[]> {
  for (let requests = 0; requests < MAX_REQUESTS; requests += 1) {
    const fields = await askFor(server);
    yield suggestionsIn(fields);
    if (fields?.['isComplete'] !== false) return;
  }
}

const askFor = (server: Server) => getJson('api/suggestions', server);
const suggestionsIn = (fields: Fields | null) =>
  listOf(fields?.['suggestions'], nonEmptyText).slice(0, MAX_SHOWN);

const nonEmptyText = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : null);
