import type { Reason } from '../../domain/verdict.ts';
import { isSpeechVerb } from '../../text/name-words.ts';
import { words } from '../../text/tokens.ts';
import type { StatementClaim } from '../../verification/claims.ts';

// `He also said`, `She later told reporters`
const OPENING = /^(?:He|She)\s(?:(?:also|later|then|further|\p{Ll}+ly)\s)?(\p{Ll}+)/u;

/**
 * True where a claim goes on with what the one person of its paragraph said ("Mayor Ilse Varga said … She also
 * said …"), so that who "she" is can hardly be read wrongly.
 */
export function isSpokenInTurn({ text, start, filledIn }: StatementClaim, draft: string): boolean {
  const [who, ...more] = filledIn;
  const verb = OPENING.exec(text)?.[1] ?? '';
  if (who === undefined || who.at.start !== 0 || more.length > 0 || !isSpeechVerb(verb)) return false;
  const before = draft.slice(draft.lastIndexOf('\n', start) + 1, start);
  const surname = who.words.trim().split(/\s+/u).at(-1) ?? '';
  return before.includes(surname) && words(before).some(({ norm }) => isSpeechVerb(norm));
}

/** True for a reason that sets a name of the source beside one of the draft. */
export const namesAnother = ({ code, words: said }: Reason): boolean =>
  code === 'name-mismatch' && said.includes('; source: ');
