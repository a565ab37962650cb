import { plainSend, type Send } from './server.ts';

/** A `fetch` that names the site whose page asks by its key, as a desk's public app wants it. */
export function siteSend(key: string): Send {
  return (address, init) => {
    const headers = new Headers(init.headers);
    headers.set('x-citedesk-site', key);
    return plainSend(address, { ...init, headers });
  };
}
