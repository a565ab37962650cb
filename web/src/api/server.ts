/** Sends a request to the desk's server; what `fetch` is. */
export type Send = (address: URL, init: RequestInit) => Promise<Response>;

/** The server that an element asks, and how its requests go there. */
export interface Server {
  /** Its base address, with `/` at its end. */
  readonly base: string;
  readonly send: Send;
}

/** As it is, without cookies of the server's on the pages of other sites: they are none of its business. */
export const plainSend: Send = (address, init) => fetch(address, { credentials: 'same-origin', ...init });
