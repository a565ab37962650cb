import { CitedeskError } from '../domain/errors.ts';

// `*`: a run inside one part of the path; `**`: a run over parts; `**/`: any number of whole parts.
type Token =
  | { readonly kind: 'character'; readonly value: string }
  | { readonly kind: 'one' | 'run' | 'long-run' | 'folders' };

const MAX_CHARS = 256;
const MAX_ALTERNATIVES = 32;

/**
 * A matcher of whole paths (`/` between parts): `*` and `?` stay inside a part, `**` crosses parts,
 * `{a,b}` gives alternatives, `\` takes the next character as it is. A glob without any of these
 * also matches what lies in the folder that it names. Time is linear in path times glob: globs come
 * from strangers, and as a regular expression `*?*?*?*?*?*?x` takes a second for one path.
 * @throws CitedeskError `invalid-input` for more than 256 characters or 32 alternatives.
 */
export function globMatcher(glob: string): (path: string) => boolean {
  if (glob.length > MAX_CHARS) {
    throw invalid(`A path pattern has at most ${MAX_CHARS} characters; this one has ${glob.length}.`);
  }
  const plain = glob.normalize('NFC');
  const alternatives = expandBraces(plain).map(tokenize);
  const isPlain = !/[*?{\\]/.test(plain);
  const folder = plain.endsWith('/') ? plain : `${plain}/`;
  return (path) =>
    (isPlain && path.startsWith(folder)) || alternatives.some((tokens) => matches(tokens, [...path]));
}

function invalid(message: string): CitedeskError {
  return new CitedeskError('invalid-input', message, { fix: 'Give a shorter pattern, such as 2026/**.' });
}

/** `a{b,c}d` as `abd` and `acd`, innermost first; a brace without a comma or a partner stands for itself. */
function expandBraces(glob: string): string[] {
  const done: string[] = [];
  const open = [glob];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (done.length + open.length > MAX_ALTERNATIVES) {
      throw invalid(`A path pattern has at most ${MAX_ALTERNATIVES} alternatives.`);
    }
    const group = /(?<!\\)\{([^{},]*(?:,[^{},]*)+)\}/.exec(next);
    if (group === null) {
      done.push(next);
      continue;
    }
    const [before, after] = [next.slice(0, group.index), next.slice(group.index + group[0].length)];
    open.push(...(group[1] ?? '').split(',').map((choice) => before + choice + after));
  }
  return done;
}

function tokenize(glob: string): Token[] {
  return [...glob.matchAll(/\\(.)|(\*\*\/)|(\*\*+)|(\*)|(\?)|(.)/gsu)].map((match): Token => {
    const [, escaped, folders, longRun, run, one, character = ''] = match;
    if (folders !== undefined) return { kind: 'folders' };
    if (longRun !== undefined) return { kind: 'long-run' };
    if (run !== undefined) return { kind: 'run' };
    if (one !== undefined) return { kind: 'one' };
    return { kind: 'character', value: escaped ?? character };
  });
}

/** Walks all ways through the tokens at once (Thompson 1968); a state is the number of tokens passed. */
function matches(tokens: readonly Token[], path: readonly string[]): boolean {
  let states = withSkips(tokens, new Set([0]), true);
  for (const character of path) {
    const next = new Set([...states].flatMap((state) => step(tokens[state], state, character)));
    states = withSkips(tokens, next, character === '/');
  }
  return states.has(tokens.length);
}

function step(token: Token | undefined, state: number, character: string): number[] {
  switch (token?.kind) {
    case undefined:
      return [];
    case 'character':
      return token.value === character ? [state + 1] : [];
    case 'one':
      return character === '/' ? [] : [state + 1];
    case 'run':
      return character === '/' ? [] : [state];
    case 'long-run':
    case 'folders':
      return [state];
    default:
      return token satisfies never;
  }
}

/** Adds the states behind runs that may be empty; whole folders end only where a part begins. */
function withSkips(tokens: readonly Token[], states: Set<number>, atPartStart: boolean): Set<number> {
  // A set hands out what is added while it is walked.
  for (const state of states) {
    const kind = tokens[state]?.kind;
    if (kind === 'run' || kind === 'long-run' || (kind === 'folders' && atPartStart)) states.add(state + 1);
  }
  return states;
}
