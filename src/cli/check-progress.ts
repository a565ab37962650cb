import { Presets, SingleBar } from 'cli-progress';
import type { CheckEvent } from '../domain/check.ts';
import type { Terminal } from './terminal.ts';
import { count } from './words.ts';

export interface CheckProgress {
  show(event: CheckEvent): void;
  stop(): void;
}

/** Drafts with fewer claims are checked before anybody wonders. */
const MIN_CLAIMS = 20;

/** A bar on a terminal; elsewhere a line for each tenth of the claims of a longer draft. */
export function createCheckProgress(terminal: Terminal): CheckProgress {
  return terminal.canRedraw ? barProgress() : lineProgress(terminal);
}

function barProgress(): CheckProgress {
  const format = '{bar} {value}/{total} claims checked';
  const bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  let isShown = false;
  return {
    show(event) {
      if (event.type === 'check-started' && event.claimCount > 0) {
        bar.start(event.claimCount, 0);
        isShown = true;
      } else if (event.type === 'claim-checked') {
        bar.update(event.index + 1);
      }
    },
    stop() {
      if (isShown) bar.stop();
      isShown = false;
    },
  };
}

function lineProgress(terminal: Terminal): CheckProgress {
  let [total, tenths] = [0, 0];
  return {
    show(event) {
      if (event.type === 'check-started') total = event.claimCount;
      if (event.type !== 'claim-checked' || total < MIN_CLAIMS) return;
      const now = Math.floor((10 * (event.index + 1)) / total);
      if (now === tenths) return;
      tenths = now;
      terminal.note(`${event.index + 1} of ${count(total, 'claim')} checked.`);
    },
    stop() {},
  };
}
