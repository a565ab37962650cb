import { z } from 'zod';
import { modelSchema } from './model-settings.ts';

/** Which language model judges claims that rules do not settle, and within what limits. */
export const verifierSchema = modelSchema({
  /** Claims, each beside one source, that it is asked about at once; 4 unless told. */
  concurrency: z.int().min(1).max(64).exactOptional(),
});

export type VerifierSettings = z.infer<typeof verifierSchema>;
