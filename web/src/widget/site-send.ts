import type { Send } from '../api/server.ts';

// A server that works sends at least a comment line every 15 seconds: two of them missed, and some delay.
const MAX_SILENCE_MS = 40_000;

/**
 * Requests of a page that is not the server's own: with its site's key, without cookies, and given up where
 * nothing comes for `MAX_SILENCE_MS`. A server that fails (5xx), or something before it, counts as none:
 * it throws like `fetch`. Its words would be for whoever runs it, and in a language that readers may not know.
 */
export function siteSend(site: string | null): Send {
  return async (address, init) => {
    const headers = new Headers(init.headers);
    if (site) headers.set('x-citedesk-site', site);
    const [signal, heard, ended] = watch(init.signal);
    const response = await fetch(address, { ...init, headers, credentials: 'omit', signal });
    if (response.status >= 500) {
      ended();
      throw new TypeError(`HTTP ${response.status}`);
    }
    const body = response.body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (bytes, controller) => {
          heard();
          controller.enqueue(bytes);
        },
        flush: ended,
      }),
    );
    return new Response(body ?? null, response);
  };
}

/** A signal that ends a request in which nothing is heard, or that is stopped, and what keeps it from that. */
function watch(stopped: AbortSignal | null | undefined): readonly [AbortSignal, () => void, () => void] {
  const silent = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ended = () => clearTimeout(timer);
  const heard = () => {
    ended();
    timer = setTimeout(() => silent.abort(), MAX_SILENCE_MS);
  };
  heard();
  return [AbortSignal.any([silent.signal, ...(stopped ? [stopped] : [])]), heard, ended];
}
