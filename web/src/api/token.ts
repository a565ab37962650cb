import { plainSend, type Send } from './server.ts';

const KEY = 'citedesk-token';

/** Where the token lies while the tab is open: gone with it, and in no cookie that other sites could use. */
let remembered: string | null = null;

/** Asks the reader for the token; null where there will be none. `wasRefused`: the last one was wrong. */
export type AskForToken = (wasRefused: boolean) => Promise<string | null>;

function readToken(): string | null {
  try {
    return sessionStorage.getItem(KEY) ?? remembered;
  } catch {
    // Storage is denied here: the token then lasts as long as the page.
    return remembered;
  }
}

function keepToken(token: string | null): void {
  remembered = token;
  try {
    if (token === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, token);
  } catch {
    // As above.
  }
}

/**
 * A `fetch` for desks that ask for a token: it sends the one that is kept as a bearer token, and where the
 * desk says 401 it asks for one and tries again until the desk is content or the reader gives up (then the
 * response is the 401). Requests that are refused at the same time ask once. It throws what `fetch` throws.
 * The body of a request that may be sent again has to be one that can be: no stream.
 */
export function createSignedSend(askForToken: AskForToken, send: Send = plainSend): Send {
  let asking: Promise<string | null> | null = null;
  const askOnce = (refused: string | null) => {
    asking ??= askForToken(refused !== null).finally(() => {
      asking = null;
    });
    return asking;
  };
  const renew = async (refused: string | null): Promise<string | null> => {
    const kept = readToken();
    if (kept !== refused) return kept;
    const token = await askOnce(refused);
    keepToken(token);
    return token;
  };
  return async (address, init) => {
    let token = readToken();
    for (;;) {
      const response = await send(address, withToken(init, token));
      if (response.status !== 401) return response;
      const next = await renew(token);
      if (next === null) return response;
      void response.body?.cancel();
      token = next;
    }
  };
}

function withToken(init: RequestInit, token: string | null): RequestInit {
  const headers = new Headers(init.headers);
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  return { ...init, headers };
}
