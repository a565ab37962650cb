const WH = /(?:who|what|which|when|where|how many|how much)/i;
const AUXILIARY = 'is|are|was|were|do|does|did|has|have|had|can|could|will|would|should';

/**
 * A question with an answer as one statement: "Who won the cup?", "Ann Lee" → "Ann Lee won the cup."
 * Good enough to be held against a source; null where the form of the question is another.
 */
export function statementOf(question: string, answer: string): string | null {
  const asked = question.trim().replace(/\s*\?+$/, '');
  const said = answer.replace(/[.\s]+$/, '');
  return inverted(asked, said) ?? subject(asked, said);
}

// "When did the club win the title" → "The club win the title in 1974.": the tense is lost, the matter is not.
function inverted(asked: string, said: string): string | null {
  const match = new RegExp(
    `^(?<wh>when|where|how many [\\p{L} -]+?|how much|in what year|what year) (?<verb>${AUXILIARY}) (?<rest>.+)$`,
    'iu',
  ).exec(asked);
  const { wh = '', verb = '', rest = '' } = match?.groups ?? {};
  if (match === null || /^how/i.test(wh)) return null;
  const preposition = /year$/i.test(wh) || /^(?:when|where)$/i.test(wh) ? 'in ' : '';
  const place = /^(?:in|on|at|during|after|before|by|from|since)\b/i.test(said) ? '' : preposition;
  if (/^(?:do|does|did)$/i.test(verb)) return sentence(`${rest} ${place}${said}`);
  const [head, ...tail] = rest.split(/ (?=\p{Ll}+ed\b|born\b|held\b|built\b|made\b|known\b|located\b)/u);
  return sentence([head, verb, ...tail, `${place}${said}`].join(' '));
}

// "Who won the cup" → "Ann Lee won the cup."; "What team won" → "Ann Lee won".
function subject(asked: string, said: string): string | null {
  const match = new RegExp(
    `^${WH.source}(?: [\\p{Ll}]+(?: [\\p{Ll}]+)?)??(?= (?:[\\p{L}]+(?:ed|s)|won|made|led|gave|took|began|became|wrote|built|${AUXILIARY})\\b)`,
    'iu',
  ).exec(asked);
  if (match === null || /^(?:when|where|how much)/i.test(asked)) return null;
  const counted = /^how many (.+)$/i.exec(match[0])?.[1];
  const rest = asked.slice(match[0].length).trim();
  if (/^(?:do|does|did|has|have|had|can|could|will|would|should)\b/i.test(rest)) return null;
  return sentence(`${said}${counted === undefined || said.includes(counted) ? '' : ` ${counted}`} ${rest}`);
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
