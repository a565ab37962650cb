import { z } from 'zod';

const schema = z.object({
  id: z.string(),
  question: z.string(),
  /** Any of these words, verbatim but for case, answers it. */
  answers: z.array(z.string()),
  /** Paths of the articles that hold the answer. */
  documents: z.array(z.string()),
  answerable: z.boolean(),
});

/** A question about the sample corpus. */
export type CorpusQuestion = Readonly<z.infer<typeof schema>>;

/** One JSON object a line. @throws ZodError for a line of another shape. */
export function parseCorpusQuestions(file: string): CorpusQuestion[] {
  return file
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}
