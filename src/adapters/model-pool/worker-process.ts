import { type ChildProcess, fork } from 'node:child_process';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { ModelTask } from './model-task.ts';
import type { StartWorker, WorkerReply, WorkerRequest } from './worker-protocol.ts';

const ENTRY = fileURLToPath(new URL('./worker.ts', import.meta.url));
// Of what the native runtime prints: enough for the message of a crash.
const STDERR_CHARS = 2_000;

function forkWorker(preload: ModelTask): ChildProcess {
  return fork(ENTRY, [preload.module, preload.modelDir], {
    execPath: process.execPath,
    // Flags of the parent, such as a debugger's port, are not the worker's.
    execArgv: [],
    // Sends vectors as bytes; JSON would write every number as text.
    serialization: 'advanced',
    // stdout is the program's data; a worker has none.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** Sends in one message what is asked for in one go: a message costs both processes some 0.1 ms. */
function requestsTo(child: ChildProcess): (request: WorkerRequest) => void {
  let waiting: WorkerRequest[] = [];
  const send = () => {
    if (child.connected) child.send(waiting, () => {});
    waiting = [];
  };
  return (request) => {
    if (waiting.push(request) === 1) queueMicrotask(send);
  };
}

/** Workers as child processes that load the model of `preload` first, and others when asked for them. */
export function startWorkersFor(preload: ModelTask): StartWorker {
  return (events) => {
    const child = forkWorker(preload);
    let stderr = '';
    let loadFailure: string | null = null;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-STDERR_CHARS);
    });
    // The pipe must not keep an otherwise finished program alive; `setBusy` decides that.
    if (child.stderr instanceof Socket) child.stderr.unref();
    child.on('message', (message) => {
      // `fork` types messages as unknown; only worker.ts writes to this channel.
      for (const reply of message as readonly WorkerReply[]) {
        if (reply.type === 'loaded') events.onLoaded();
        else if (reply.type === 'load-failed') loadFailure = reply.message;
        else events.onReply(reply);
      }
    });
    const gone = new Promise<void>((resolve) => {
      const onGone = (reason: string) => {
        resolve();
        events.onGone(loadFailure ?? (stderr === '' ? reason : `${reason}; it said: ${stderr.trim()}`));
      };
      child.once('exit', (code, signal) =>
        onGone(signal === null ? `exit code ${code}` : `signal ${signal}`),
      );
      child.on('error', (error) => {
        // Without a process there is no exit event; every other error is followed by one.
        if (child.pid === undefined) onGone(error.message);
      });
    });
    const setBusy = (busy: boolean) => {
      const method = busy ? 'ref' : 'unref';
      child[method]();
      child.channel?.[method]();
    };
    setBusy(false);
    return {
      request: requestsTo(child),
      setBusy,
      kill: () => {
        setBusy(true);
        child.kill('SIGKILL');
        return gone;
      },
    };
  };
}
