import { runCli } from './run.ts';
import { processTerminal } from './terminal.ts';

// A fault of the program itself, outside of any command's reach.
process.on('uncaughtException', (error) => {
  console.error(`citedesk: The program failed: ${error.stack ?? error.message}`);
  process.exit(3);
});

process.exitCode = await runCli(process.argv.slice(2), processTerminal());
