// Writes docs/images/*: every state of every page over the sample corpus, both themes, both sizes; some on a
// small screen, at 200 % and on paper; and docs/screens.md, which lists them.
// Run: CHROMIUM_PATH=/usr/bin/chromium npm run screenshots [-- check/ widget/answer …]; a folder other than
// docs/images: CITEDESK_IMAGES.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
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
    for (const look of looksAt(scene)) await photograph(scene, look, `${IMAGES}/${name}`);
    process.stderr.write(`${name}/${scene.name}\n`);
  }
}
writeFileSync(`${DOCS}/screens.md`, screensPage(ALBUMS));
await browser.close();
await servers.close();

async function photograph(scene: Scene, look: Look, folder: string): Promise<void> {
  const page = await play(scene, look, { browser, ...servers });
  // At 200 % the whole of a long page is four pictures of its size.
  const fullPage = look.isPrint ?? (look.name !== 'zoom' && scene.isWhole === true);
  const picture = await page.screenshot({ fullPage, caret: 'initial' });
  await sharp(picture).jpeg(PACKED).toFile(`${folder}/${scene.name}-${look.name}.jpg`);
  await page.context().close();
}
