import { CitedeskError } from '../domain/errors.ts';
import type { AppContext } from '../http/context.ts';
import { createDeskApp } from '../http/desk-app.ts';
import { createMeter } from '../http/meter/meter.ts';
import { createPublicApp } from '../http/public-app.ts';
import { withPublic } from '../http/with-public.ts';
import type { Desk } from '../use-cases/desk.ts';

// The Worker preset has no index bound yet: every question says so, and so does /healthz.
function noIndex(): CitedeskError {
  return new CitedeskError('index-missing', 'The Worker preset has no index bound yet.', {
    fix: 'Serve from Node: npm start.',
  });
}

const desk: Desk = {
  search: () => Promise.reject(noIndex()),
  // biome-ignore lint/correctness/useYield: it never gets so far as to answer
  async *ask() {
    throw noIndex();
  },
  // biome-ignore lint/correctness/useYield: it never gets so far as to check
  async *check() {
    throw noIndex();
  },
  verify: () => Promise.reject(noIndex()),
  document: () => Promise.reject(noIndex()),
  folders: () => Promise.reject(noIndex()),
  manifest: () => Promise.reject(noIndex()),
  archive: () => Promise.reject(noIndex()),
};

const clock = { monotonicMs: () => performance.now(), now: () => new Date().toISOString() };
const meter = createMeter(clock);
const access = { isLoopback: false, token: null, allowedOrigins: [], allowedHosts: [] };
const visitorOf = ({ req }: AppContext) => req.header('cf-connecting-ip') ?? '';

const fetch = withPublic({
  desk: createDeskApp({ ...clock, meter, desk, access }),
  publicApp: createPublicApp({ ...clock, meter, ...access, desk, sites: [], visitorOf }),
  basePath: '',
});

export default { fetch };
