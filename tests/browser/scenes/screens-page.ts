import type { Album } from './albums.ts';
import { LOOKS, looksAt, type Scene } from './scene.ts';

const HEAD = `# Every page in every state

Taken by \`npm run screenshots\` over the sample corpus, in both themes, 1280 and 390 pixels wide; some also 320
pixels wide, at 200 %, and as they print. Press a picture for its full size.
`;

const FURTHER_WORDS: Readonly<Record<string, string>> = {
  '320': 'on 320 pixels',
  zoom: 'at 200 %',
  print: 'in print',
};

/** The page that shows all pictures, in Markdown. */
export function screensPage(albums: readonly Album[]): string {
  const contents = albums.map(({ title, name }) => `- [${title}](#${name})`).join('\n');
  return `${[HEAD, contents, ...albums.map(albumPart)].join('\n')}\n`;
}

function albumPart({ title, name, scenes }: Album): string {
  return `\n## <a id="${name}"></a>${title}\n\n${scenes.map((scene) => scenePart(scene, name)).join('\n\n')}`;
}

function scenePart(scene: Scene, folder: string): string {
  const address = (look: string) => `images/${folder}/${scene.name}-${look}.jpg`;
  const picture = (look: string, width: number) =>
    `<a href="${address(look)}"><img src="${address(look)}" width="${width}" alt="${scene.name}, ${look}"></a>`;
  // Side by side at one height: 1280 × 800 beside 390 × 844.
  const pictures = LOOKS.map(({ name, size }) => picture(name, size === 'desktop' ? 300 : 87)).join('\n');
  const further = looksAt(scene)
    .slice(LOOKS.length)
    .map(({ name }) => `[${FURTHER_WORDS[name] ?? name}](${address(name)})`);
  const also = further.length === 0 ? '' : ` Also ${further.join(', ')}.`;
  return `**${scene.name}** ${scene.shows}${also}\n\n<p>\n${pictures}\n</p>`;
}
