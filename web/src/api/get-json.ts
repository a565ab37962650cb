import { asFields, type Fields, parseJson } from '../stream/fields.ts';
import type { Server } from './server.ts';

/**
 * The JSON object at an address of the server; null for whatever else comes, or nothing. The body is read in
 * any case: one that is not keeps its connection, of which a browser has few.
 */
export async function getJson(path: string, { base, send }: Server): Promise<Fields | null> {
  try {
    const response = await send(new URL(path, base), {});
    const text = await response.text();
    return response.ok ? asFields(parseJson(text)) : null;
  } catch {
    return null;
  }
}
