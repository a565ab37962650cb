// Writes docs/images/*: every state of every page over the sample corpus, both themes, both sizes; some on a
// small screen, at 200 % and on paper; and docs/screens.md, which lists them. Ends with 1 where axe finds
// something against a state.
// Run: CHROMIUM_PATH=/usr/bin/chromium npm run screenshots [-- check/ widget/answer …]; a folder other than
// docs/images: CITEDESK_IMAGES.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { axeViolations } from './axe.ts';
import { CHROMIUM, openBrowser } from './browser.ts';
import { ALBUMS } from './scenes/albums.ts';
import { type Look, looksAt, play, type Scene } from './scenes/scene.ts';
import { screensPage } from './scenes/screens-page.ts';
import { startServers } from './scenes/surroundings.ts';

const DOCS = fileURLToPath(new URL('../../docs', import.meta.url));
const IMAGES = process.env['CITEDESK_IMAGES'] ?? `${DOCS}/images`;
// At 34 of 100 letters are still clean, and all pictures together weigh less than 8 MB.
const PACKED = { mozjpeg: true, quality: 34 };

if (CHROMIUM === '') throw new Error('CHROMIUM_PATH names no browser');
const wanted = process.argv.slice(2);
const isWanted = (path: string) => wanted.length === 0 || wanted.some((start) => path.startsWith(start));
const servers = await startServers();
const browser = await openBrowser();

for (const { name, scenes } of ALBUMS) {
  mkdirSync(`${IMAGES}/${name}`, { recursive: true });
  const current = scenes.flatMap((scene) => looksAt(scene).map((look) => `${scene.name}-${look.name}.jpg`));
  for (const old of readdirSync(`${IMAGES}/${name}`).filter((file) => !current.includes(file)))
    rmSync(`${IMAGES}/${name}/${old}`);
  for (const scene of scenes.filter((one) => isWanted(`${name}/${one.name}`))) {
    const breaches: string[] = [];
    for (const look of looksAt(scene)) breaches.push(...(await photograph(scene, look, `${IMAGES}/${name}`)));
    process.stderr.write([`${name}/${scene.name}`, ...breaches, ''].join('\n'));
    if (breaches.length > 0) process.exitCode = 1;
  }
}
writeFileSync(`${DOCS}/screens.md`, screensPage(ALBUMS));
await browser.close();
await servers.close();

/** What axe says against the state, by look. */
async function photograph(scene: Scene, look: Look, folder: string): Promise<string[]> {
  const page = await play(scene, look, { browser, ...servers });
  // At 200 % the whole of a long page is four pictures of its size.
  const fullPage = look.isPrint ?? (look.name !== 'zoom' && scene.isWhole === true);
  const picture = await page.screenshot({ fullPage, caret: 'initial' });
  await sharp(picture).jpeg(PACKED).toFile(`${folder}/${scene.name}-${look.name}.jpg`);
  // On paper nobody tabs or clicks.
  const breaches = look.isPrint === true ? [] : await axeViolations(page);
  await page.context().close();
  return breaches.map((breach) => `  ${look.name}: ${breach}`);
}
