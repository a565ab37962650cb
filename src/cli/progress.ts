import { Presets, SingleBar } from 'cli-progress';
import type { IndexEvent } from '../domain/index-manifest.ts';
import { oneLine, type Terminal } from './terminal.ts';

export interface Progress {
  show(event: IndexEvent): void;
  stop(): void;
}

/** A bar on a terminal; elsewhere a line for each tenth of the files. */
export function createProgress(terminal: Terminal): Progress {
  return terminal.canRedraw ? barProgress(terminal) : lineProgress(terminal);
}

function barProgress(terminal: Terminal): Progress {
  const format = '{bar} {value}/{total} articles · {embedded} passages embedded';
  const bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  let isShown = false;
  const stop = () => {
    if (isShown) bar.stop();
    isShown = false;
  };
  return {
    show(event) {
      if (event.type === 'progress-made') {
        if (!isShown) bar.start(event.filesTotal, 0, { embedded: 0 });
        isShown = true;
        bar.update(event.filesDone, { embedded: event.passagesEmbedded });
      } else if (event.type === 'rebuild-decided') {
        terminal.note(oneLine(event.reason));
      } else if (event.type === 'index-finished') {
        stop();
      }
    },
    stop,
  };
}

function lineProgress(terminal: Terminal): Progress {
  let tenths = 0;
  return {
    show(event) {
      if (event.type === 'scan-finished') terminal.note(`${event.files} files found.`);
      if (event.type === 'rebuild-decided') terminal.note(oneLine(event.reason));
      if (event.type !== 'progress-made' || event.filesTotal === 0) return;
      const now = Math.floor((10 * event.filesDone) / event.filesTotal);
      if (now === tenths) return;
      tenths = now;
      const { filesDone, filesTotal, passagesEmbedded } = event;
      terminal.note(`${filesDone} of ${filesTotal} articles, ${passagesEmbedded} passages embedded.`);
    },
    stop() {},
  };
}
