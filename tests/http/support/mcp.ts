import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { type CallToolResult, CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';

/** The SDK's client, connected. */
export async function mcpClient(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Client> {
  const client = new Client({ name: 'tests', version: '1' });
  const requestInit = { headers: { ...headers } };
  const transport = new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit });
  // The SDK's own types part here under exactOptionalPropertyTypes: its transport may hold undefined.
  await client.connect(transport as Parameters<Client['connect']>[0]);
  return client;
}

/** A tool's result with its one text. */
export async function callTool(
  client: Client,
  name: string,
  args: Record<string, unknown>,
): Promise<{ readonly text: string; readonly data: CallToolResult['structuredContent']; isError: boolean }> {
  const result = CallToolResultSchema.parse(await client.callTool({ name, arguments: args }));
  const [content] = result.content;
  if (content?.type !== 'text') throw new Error('The tool gave no text.');
  return { text: content.text, data: result.structuredContent, isError: result.isError === true };
}
