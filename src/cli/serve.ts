import { once } from 'node:events';
import { countsBeside } from '../runtime/counts-beside.ts';
import { feedbackBeside } from '../runtime/feedback.ts';
import { hasPages } from '../runtime/pages.ts';
import { serveDesk } from '../runtime/serve.ts';
import type { Call, Command, ExitCode } from './command.ts';
import { refuseOperands, withPreset } from './with-preset.ts';
import { count } from './words.ts';

export const serveCommand: Command = {
  name: 'serve',
  operands: '',
  summary: 'Serve the chat page and the HTTP interface',
  flags: [
    { name: 'port', value: 'N', help: 'port (default: 4747; 0: any free one)' },
    { name: 'public-port', value: 'N', help: 'serve the public app alone at a port of its own, too' },
    {
      name: 'public-host',
      value: 'HOST',
      help: 'its address (default: 127.0.0.1); another than loopback needs sites in the configuration',
    },
    { name: 'base-path', value: 'PATH', help: 'path under which a proxy serves the desk, such as /desk' },
    {
      name: 'host',
      value: 'HOST',
      help: 'address (default: 127.0.0.1); another than loopback needs CITEDESK_TOKEN',
    },
  ],
  run,
};

async function run(call: Call): Promise<ExitCode> {
  refuseOperands(call);
  const { config, terminal } = call;
  return withPreset(call, async ({ desk, publicDesk, suggestions, publicSuggestions }) => {
    // A server without an index could answer nothing: said now, with its fix, rather than to every reader.
    const { documentCount, passageCount } = await desk.manifest();
    const token = terminal.env['CITEDESK_TOKEN'] || null;
    const logLevel = terminal.env['CITEDESK_LOG'] || (terminal.canRedraw ? 'warn' : 'info');
    const desks = { desk, publicDesk, suggestions, publicSuggestions };
    const feedback = feedbackBeside(config);
    const counts = countsBeside(config);
    const server = await serveDesk({ ...desks, feedback, counts, config, token, logLevel });
    if (!hasPages()) terminal.note('The chat page is not built; "npm run build" makes it.');
    terminal.note(
      `${count(documentCount, 'article')}, ${count(passageCount, 'passage')}. Ctrl+C stops the server.`,
    );
    await terminal.out(`Citedesk is ready at ${server.url}\n`);
    if (server.publicUrl !== null) await terminal.out(`The public app alone is at ${server.publicUrl}\n`);
    if (!terminal.signal.aborted) await once(terminal.signal, 'abort');
    terminal.note('Stopping once the running requests are done.');
    await server.close();
    return 0;
  });
}
