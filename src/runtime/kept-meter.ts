import { systemClock } from '../adapters/system/system-clock.ts';
import type { ServiceCounts } from '../domain/service-counts.ts';
import { createMeter, keptCounts, type Meter } from '../http/meter/meter.ts';
import type { CountsStore } from '../ports/counts-store.ts';

export interface KeptMeterOptions {
  readonly store: CountsStore;
  /** Told, in a plain sentence, of counts that are lost or not kept. */
  readonly onLoss: (words: string, error?: unknown) => void;
  /** Between two writes; 5,000 unless told. What a power failure costs at most. */
  readonly everyMs?: number;
}

export interface KeptMeter {
  readonly meter: Meter;
  /** Keeps the last of it. */
  close(): Promise<void>;
}

/**
 * A meter that counts on from where the last server left off. It writes only what has changed since the
 * last time; counts that cannot be read or written are told of, once, and end nothing.
 */
export async function createKeptMeter(options: KeptMeterOptions): Promise<KeptMeter> {
  const before = await countsBefore(options);
  const changes = { count: 0, written: 0 };
  const meter = watched(createMeter({ ...systemClock, ...(before && { before }) }), changes);
  const write = writerOf(options);
  const keep = async () => {
    const { count } = changes;
    if (count === changes.written) return;
    changes.written = count;
    await write(keptCounts(meter.measured(), systemClock.now()));
  };
  let last: Promise<void> = Promise.resolve();
  const keepNext = () => {
    last = last.then(keep);
    return last;
  };
  const timer = setInterval(() => void keepNext(), options.everyMs ?? 5_000);
  timer.unref();
  return {
    meter,
    close() {
      clearInterval(timer);
      return keepNext();
    },
  };
}

async function countsBefore({ store, onLoss }: KeptMeterOptions): Promise<ServiceCounts | null> {
  try {
    const kept = await store.read();
    if (kept.kind === 'damaged')
      onLoss(
        `The counts of earlier servers cannot be read; they are set aside as ${kept.setAside}, and counting begins anew.`,
      );
    return kept.kind === 'found' ? kept.counts : null;
  } catch (error) {
    onLoss('The counts of earlier servers cannot be read; counting begins anew.', error);
    return null;
  }
}

function writerOf({ store, onLoss }: KeptMeterOptions): (counts: ServiceCounts) => Promise<void> {
  let hasTold = false;
  return async (counts) => {
    try {
      await store.write(counts);
      hasTold = false;
    } catch (error) {
      if (!hasTold) onLoss('What the server counts cannot be kept; it goes on without.', error);
      hasTold = true;
    }
  };
}

function watched(meter: Meter, changes: { count: number }): Meter {
  const counting =
    <T>(told: (measure: T) => void) =>
    (measure: T) => {
      changes.count++;
      told(measure);
    };
  return {
    requestBegan: counting(meter.requestBegan),
    questionEnded: counting(meter.questionEnded),
    checkEnded: counting(meter.checkEnded),
    measured: meter.measured,
  };
}
