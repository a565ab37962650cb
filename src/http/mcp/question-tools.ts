import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { LIMITS } from '../../use-cases/desk.ts';
import { citedAnswer } from '../cited-text.ts';
import { answerSchema, askSchema, searchResultSchema } from '../schemas.ts';
import { wholeAnswer } from '../whole.ts';
import { READS_ARCHIVE, runTool, type ToolParts } from './tool.ts';
import { searchWords } from './words.ts';

/** `search`: passages and documents, best first. */
export function addSearchTool(server: McpServer, parts: ToolParts): void {
  const limit = z.int().min(1).max(LIMITS.searchResults).exactOptional().describe('10 unless told');
  server.registerTool(
    'search',
    {
      title: 'Search the archive',
      description:
        'Finds passages of the archive’s articles by meaning and by words, best first, each with its place in its article.',
      inputSchema: { ...askSchema.shape, limit },
      outputSchema: searchResultSchema.shape,
      annotations: READS_ARCHIVE,
    },
    (request, extra) =>
      runTool({ parts, extra, gate: parts.questions }, async (signal) => {
        const data = await parts.desk.search({ ...request, signal });
        return { words: searchWords(data), data: { ...data } };
      }),
  );
}

/** `ask`: an answer in cited sentences. */
export function addAskTool(server: McpServer, parts: ToolParts): void {
  server.registerTool(
    'ask',
    {
      title: 'Ask the archive',
      description:
        'Answers a question from the archive in sentences that each carry a citation and a verdict, or says that the archive does not hold the answer.',
      inputSchema: askSchema.shape,
      outputSchema: answerSchema.shape,
      annotations: READS_ARCHIVE,
    },
    (request, extra) =>
      runTool({ parts, extra, gate: parts.questions }, async (signal) => {
        const data = await wholeAnswer(parts.desk, { ...request, signal });
        return { words: citedAnswer(data).content, data: { ...data } };
      }),
  );
}
