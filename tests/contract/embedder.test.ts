import { fileURLToPath } from 'node:url';
import { createTransformersEmbedder } from '../../src/adapters/embedder/transformers-embedder.ts';
import { createFakeEmbedder } from '../fakes/fake-embedder.ts';
import { describeEmbedder } from './embedder.contract.ts';

const modelDir = fileURLToPath(new URL('../../models/all-MiniLM-L6-v2', import.meta.url));

describeEmbedder('transformers, one worker', () => createTransformersEmbedder({ modelDir, workers: 1 }));
describeEmbedder('transformers, two workers', () => createTransformersEmbedder({ modelDir, workers: 2 }));
describeEmbedder('fake', async () => createFakeEmbedder(), {
  withoutQueue: 'it answers in the next turn of the event loop',
});
