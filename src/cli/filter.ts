import type { Config } from '../runtime/config.ts';
import type { SearchFilter } from '../use-cases/desk.ts';

/** What the flags narrow a search to. */
export function filterOf({ since, until, path }: Config): SearchFilter {
  return {
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(path !== undefined && { path }),
  };
}
