import { z } from 'zod';
import type { Site } from '../http/site.ts';

const MESSAGE = 'an origin such as https://news.example, "null" for sandboxed frames, or "*" for any';

/** An origin as browsers send it: lower case, without a port that the scheme implies. */
const siteOrigin = z
  .string()
  .refine((value) => value === '*' || value === 'null' || isOrigin(value), MESSAGE)
  .transform((value) => (isOrigin(value) ? new URL(value).origin : value));

function isOrigin(value: string): boolean {
  return /^https?:\/\/[^/?#@\s]+$/i.test(value) && URL.canParse(value);
}

const perMinute = z.int().min(1).max(100_000);

/** A site whose pages may ask the public app. */
const siteSchema = z.strictObject({
  key: z.string().regex(/^[\w.-]{1,64}$/, 'a key of up to 64 letters, digits, dots, hyphens and underscores'),
  origins: z.array(siteOrigin).min(1),
  /** Questions of all its visitors together; 120 unless told. */
  questionsPerMinute: perMinute.exactOptional(),
  /** 12 unless told. */
  questionsPerMinutePerVisitor: perMinute.exactOptional(),
});

export const sitesSchema = z
  .array(siteSchema)
  .max(1_000)
  .refine((sites) => new Set(sites.map(({ key }) => key)).size === sites.length, 'keys that differ');

export type SiteSettings = z.infer<typeof siteSchema>;

// Answering takes some tenths of a second: two a second leave the newsroom's own questions room on two
// cores, and one every five seconds is faster than anybody reads the answers.
const LIMITS = { questionsPerMinute: 120, questionsPerMinutePerVisitor: 12 };

/** For pages of this machine alone, so that the widget can be tried before anything is configured. */
const DEMO: Site = {
  key: 'demo',
  origins: 'loopback',
  questionsPerMinute: 600,
  questionsPerMinutePerVisitor: 600,
};

/** The sites that are configured; on a loopback server where none is, the site `demo`. */
export function sitesOf(sites: readonly SiteSettings[] | undefined, isLoopback: boolean): readonly Site[] {
  if (sites === undefined) return isLoopback ? [DEMO] : [];
  return sites.map((site) => ({ ...LIMITS, ...site }));
}
