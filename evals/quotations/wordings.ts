/** A draft of one quotation, worded as news words it; without a name a pronoun speaks. */
export function asDraft(said: string, speaker: string | null, random: () => number): string {
  const wordings = speaker === null ? BY_PRONOUN : BY_NAME;
  const wording = wordings[Math.floor(random() * wordings.length)] ?? BY_PRONOUN[0];
  return wording?.(said, speaker ?? 'she') ?? said;
}

type Wording = (said: string, speaker: string) => string;

const after: Wording = (said, speaker) => `“${said},” ${speaker} said.`;

// The attribution breaks the quotation after a comma of it, or after its first sentence.
const broken: Wording = (said, speaker) => {
  const at = /(?<=^.{25,})[,.](?= .{25,}$)/u.exec(said);
  if (at === null) return after(said, speaker);
  const mark = at[0] === '.' ? '.' : ',';
  return `“${said.slice(0, at.index)},” ${speaker} said${mark} “${said.slice(at.index + 2)}.”`;
};

const BY_PRONOUN: readonly Wording[] = [after, (said, speaker) => `Then ${speaker} added: “${said}.”`];

const BY_NAME: readonly Wording[] = [
  after,
  (said, speaker) => `“${said},” said ${speaker}.`,
  (said, speaker) => `${speaker} told reporters: “${said}.”`,
  (said, speaker) => `${speaker} spoke of it at some length. “${said},” she said.`,
  broken,
  (said, speaker) => `“${said},” said ${speaker}, who has followed the matter for years.`,
  (said, speaker) => `“${said},” according to ${speaker}.`,
  (said, speaker) => `${speaker}, who has followed the matter for years, put it plainly: “${said}.”`,
  (said, speaker) => `In a statement on Tuesday, ${speaker} said “${lowered(said)}”.`,
  (said, speaker) => `“${said},” ${speaker} told a newspaper on Tuesday.`,
  (said, speaker) => `${speaker} was asked about it on Tuesday.\n\n“${said},” she replied.`,
];

const lowered = (said: string) => said.charAt(0).toLowerCase() + said.slice(1);
