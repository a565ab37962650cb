import { terms } from '../../src/text/tokens.ts';
import type { Opinion } from '../../src/verification/opinion.ts';

/** What a language model is shown of one pair. */
export interface ShownPair {
  /** What it must write before its word. */
  readonly code: string;
  readonly claim: string;
  readonly source: string;
}

/** Reads a prompt as a model that keeps to its rules does; throws where it has not the form. */
export function shownPair({ system, user }: { readonly system: string; readonly user: string }): ShownPair {
  const code = /nothing else: ([0-9a-f]{8}), /.exec(system)?.[1];
  const mark = /end in "-([0-9a-f]{16})"/.exec(system)?.[1];
  const inside = (name: string) => {
    const parts = user.split(new RegExp(`</?${name}-${mark}>`));
    if (parts.length !== 3) throw new Error(`The fence of the ${name} does not hold.`);
    return (parts[1] ?? '').slice(1, -1);
  };
  if (code === undefined || mark === undefined) throw new Error('The prompt has no code or no mark.');
  return { code, claim: inside('claim'), source: inside('source') };
}

/** The share of the claim's words that the source holds, as a word. */
export function wordOpinion({ claim, source }: ShownPair): Opinion {
  const found = new Set(terms(source));
  const wanted = terms(claim);
  if (wanted.length > 0 && wanted.every((term) => found.has(term))) return 'supports';
  return wanted.some((term) => found.has(term)) ? 'contradicts' : 'says-nothing';
}

/** The messages of a request in OpenAI's form. */
export function sentPrompt(body: string): { readonly system: string; readonly user: string } {
  // What the test's own server was sent; a wrong shape fails the test.
  const { messages } = JSON.parse(body) as { messages: { role: string; content: unknown }[] };
  const of = (role: string) =>
    messages
      .filter((message) => message.role === role)
      .map(({ content }) => (typeof content === 'string' ? content : partsText(content)))
      .join('\n');
  return { system: of('system'), user: of('user') };
}

const partsText = (content: unknown) =>
  (content as readonly { readonly text?: string }[]).map(({ text = '' }) => text).join('');
