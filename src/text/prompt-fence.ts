import { sha256Hex } from './sha256.ts';

/** Tags that enclose data, and a token that only who has read the rules can know. */
export interface PromptFence {
  /** 16 hexadecimal digits. */
  readonly mark: string;
  /** Encloses a text as data; `name` says what it is. */
  enclose(name: string, text: string): string;
}

const MARK_DIGITS = 16;

/**
 * A fence that none of these texts can close or open: its tags carry a hash of them all, which a text
 * that is part of them cannot hold, save by finding a fixed point of SHA-256. The same texts give the
 * same fence, so that a prompt can be made again and cached.
 */
export async function createFence(texts: readonly string[]): Promise<PromptFence> {
  const mark = await markFor(texts, 0);
  return { mark, enclose: (name, text) => `<${name}-${mark}>\n${asData(text)}\n</${name}-${mark}>` };
}

async function markFor(texts: readonly string[], attempt: number): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([attempt, ...texts]));
  const mark = (await sha256Hex(bytes)).slice(0, MARK_DIGITS);
  return texts.some((text) => text.toLowerCase().includes(mark)) ? markFor(texts, attempt + 1) : mark;
}

// What cannot be seen may carry orders to a machine that no reader would find. Joiners are spelling.
const UNSEEN = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}]/gu;

/** A text as the model is to see it: nothing unseen, and no number in brackets that looks like a citation. */
function asData(text: string): string {
  return text.replaceAll(UNSEEN, '').replaceAll(/\[([\d\s,;–-]{1,40})\]/g, '($1)');
}
