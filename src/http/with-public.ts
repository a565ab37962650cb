import { PUBLIC_PATH, pathInside } from './base-path.ts';
import type { App } from './context.ts';

/** What a server serves. */
export type Serve = (request: Request, env?: object) => Response | Promise<Response>;

export interface BothApps {
  readonly desk: App;
  readonly publicApp: App;
  /** The path under which a proxy serves the desk; none: empty. */
  readonly basePath: string;
}

/** One server's apps: the public one under `/public`, the desk everywhere else. */
export function withPublic({ desk, publicApp, basePath }: BothApps): Serve {
  return (request, env) => {
    const path = pathInside(request, [basePath]);
    // The pages' addresses are relative, so that the desk's own has to end in a slash.
    if (basePath !== '' && pathInside(request, []) === basePath) return redirectTo(`${basePath}/`);
    const isPublic = path === PUBLIC_PATH || path.startsWith(`${PUBLIC_PATH}/`);
    return (isPublic ? publicApp : desk).fetch(request, env);
  };
}

const redirectTo = (location: string) => new Response(null, { status: 308, headers: { location } });
