import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openContext, type Size } from '../browser.ts';
import type { Intermediary } from './intermediary.ts';

/** How a page is looked at, and the folder-wide suffix of its pictures. */
export interface Look {
  readonly name: string;
  readonly size: Size;
  readonly colorScheme: 'light' | 'dark';
  /** Over the size's own. */
  readonly context?: BrowserContextOptions;
  readonly isPrint?: boolean;
}

/** What a scene plays on. */
export interface Stage {
  readonly page: Page;
  readonly size: Size;
  /** A desk over the sample corpus, `/` at its end; its streams can be held or broken. */
  readonly desk: Intermediary;
  /** The same desk, which wants a token, and of which nothing was asked yet. */
  readonly guardedUrl: string;
}

/** The token of the guarded desk. */
export const TOKEN = 'a-long-random-token-for-pictures';

/** One state of one page. */
export interface Scene {
  /** Names its pictures: `answer` gives `answer-light-desktop.jpg` and so on. */
  readonly name: string;
  /** What is to be seen, in a sentence. */
  readonly shows: string;
  readonly enter: (stage: Stage) => Promise<unknown>;
  /** Looks besides the four of every scene. */
  readonly further?: readonly (typeof FURTHER)[number]['name'][];
  /** The whole page rather than what the window shows of it. */
  readonly isWhole?: boolean;
}

// A phone's own density would make its pictures four times as heavy.
const LIGHT = { deviceScaleFactor: 1 };

export const LOOKS: readonly Look[] = (['desktop', 'phone'] as const).flatMap((size) =>
  (['light', 'dark'] as const).map((colorScheme) => ({
    ...{ name: `${colorScheme}-${size}`, size, colorScheme },
    context: LIGHT,
  })),
);

/** A small screen, a desktop at 200 % (half as many pixels of the page, each twice as large), paper (A4). */
export const FURTHER = [
  { name: '320', size: 'narrow', colorScheme: 'light', context: LIGHT },
  {
    ...{ name: 'zoom', size: 'desktop', colorScheme: 'light' },
    context: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  },
  {
    ...{ name: 'print', size: 'desktop', colorScheme: 'dark', isPrint: true },
    context: { ...LIGHT, viewport: { width: 794, height: 1123 } },
  },
] as const satisfies readonly Look[];

/** The looks at a scene: the four of every scene, then those of its own. */
export function looksAt({ further = [] }: Scene): readonly Look[] {
  return [...LOOKS, ...FURTHER.filter(({ name }) => further.includes(name))];
}

type Surroundings = Omit<Stage, 'page' | 'size'> & { readonly browser: Browser };

/** Plays a scene on a page of its own, which the caller closes with its context. */
export async function play(scene: Scene, look: Look, { browser, ...rest }: Surroundings): Promise<Page> {
  const options = { ...look.context, colorScheme: look.colorScheme, acceptDownloads: true };
  const context = await openContext(browser, look.size, options);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  rest.desk.delay = null;
  await scene.enter({ ...rest, page, size: look.size });
  // Nothing is under the pointer: scenes use the keyboard for what it shows.
  await page.mouse.move(0, 0);
  if (look.isPrint) await page.emulateMedia({ media: 'print' });
  return page;
}
