/** What is measured of a sentence for a question; each 0 to 1 unless it says otherwise. */
export const FEATURES = [
  'similarity',
  'fused',
  'rank',
  'coverSentence',
  'coverTitled',
  'worstMiss',
  'detailSentence',
  'detailTitled',
  'detailMiss',
  'valued',
  'valueFit',
  'whoMissing',
  'dateMissing',
  'countMissing',
  'amountMissing',
  'causeMissing',
  'roleNamed',
  'countsIt',
  'fresh',
  'isQuestion',
  'isShort',
  'length',
  'opensWithPronoun',
  'softSentence',
  'softNear',
  'softTitled',
  'softMiss',
  'softBefore',
  'nounMissing',
] as const;

export type FeatureName = (typeof FEATURES)[number];
export type Features = Readonly<Record<FeatureName, number>>;

/** What orders the sentences that the verifier was asked about; log-odds all. */
export const HELD_FEATURES = ['score', 'held'] as const;

export type HeldFeatureName = (typeof HELD_FEATURES)[number];

/**
 * What is measured of a question's ranked sentences: those of the best one, and of the best few; how many
 * words and details the question gives to be met; and what the verifier says of their passages, in log-odds.
 */
export const ANSWER_FEATURES = [
  ...FEATURES,
  'bestSimilarity',
  'bestCover',
  'bestSoft',
  'askedTerms',
  'askedDetails',
  'passageHeld',
] as const;

export type AnswerFeatureName = (typeof ANSWER_FEATURES)[number];
export type AnswerFeatures = Readonly<Record<AnswerFeatureName, number>>;
