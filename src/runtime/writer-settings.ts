import { z } from 'zod';
import { modelSchema } from './model-settings.ts';

/** Which language model writes answers, and within what limits. */
export const writerSchema = modelSchema({
  /** What becomes of sentences that are not borne out; `repair` unless told. */
  policy: z.enum(['repair', 'strike', 'drop']).exactOptional(),
  /** Text of passages that is sent at most; 12,000 unless told. */
  maxEvidenceChars: z.int().min(500).max(200_000).exactOptional(),
});

export type WriterSettings = z.infer<typeof writerSchema>;
