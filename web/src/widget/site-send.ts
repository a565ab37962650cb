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
    const silence = new Silence(init.signal ?? null);
    const response = await fetch(address, { ...init, headers, credentials: 'omit', signal: silence.signal });
    if (response.status >= 500) {
      silence.end();
      throw new TypeError(`HTTP ${response.status}`);
    }
    return new Response(response.body?.pipeThrough(silence.watch()) ?? null, response);
  };
}

/** Ends a request in which nothing is heard. */
class Silence {
  readonly signal: AbortSignal;
  readonly #abort = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(stopped: AbortSignal | null) {
    this.signal = AbortSignal.any([this.#abort.signal, ...(stopped ? [stopped] : [])]);
    this.#listen();
  }

  watch(): TransformStream<Uint8Array, Uint8Array> {
    return new TransformStream({
      transform: (bytes, controller) => {
        this.#listen();
        controller.enqueue(bytes);
      },
      flush: () => this.end(),
    });
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #listen(): void {
    this.end();
    this.#timer = setTimeout(() => this.#abort.abort(), MAX_SILENCE_MS);
  }
}
