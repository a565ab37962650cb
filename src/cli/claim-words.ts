import type { CheckedClaim, CheckReport } from '../domain/check.ts';
import { VERDICTS, type Verdict } from '../domain/verdict.ts';
import { count } from './words.ts';

/** `12 claims: 7 supported, 2 contradicted`: verdicts that none has are left out. */
export function summaryWords({ claims, summary }: CheckReport): string {
  const parts = VERDICTS.filter((verdict) => summary[verdict] > 0).map(
    (verdict) => `${summary[verdict]} ${verdictWords(verdict)}`,
  );
  return claims.length === 0
    ? 'No claim to check.'
    : `${count(claims.length, 'claim')}: ${parts.join(', ')}.`;
}

/** The verdict as a person says it. */
export function verdictWords(verdict: Verdict): string {
  return verdict.replaceAll('-', ' ');
}

/** The address as a link may hold it; null for anything but http and https. */
export function linkOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { href, protocol } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** 1-based line of the draft on which the claim starts. */
export function lineOf(text: string, { start }: CheckedClaim): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < start; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
