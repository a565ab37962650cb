import { createServer, type RequestListener } from 'node:http';

/** A server of this machine alone. */
export interface LocalServer {
  /** `http://127.0.0.1:PORT`, no `/` behind it. */
  readonly origin: string;
  readonly port: number;
  /** Breaks what is open, and ends. */
  close(): Promise<void>;
}

/** Listens at a free port. */
export async function serveLocally(listener: RequestListener): Promise<LocalServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${address.port}`, port: address.port, close };
}
