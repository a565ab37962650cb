import type { BlockKind } from '../../domain/document.ts';
import type { Container } from '../../ingest/raw-block.ts';
import { type NameHints, nameHints } from './html-names.ts';
import { FURNITURE_REGION, isBlockTag, isHidden, KIND, MAIN_REGION, SKIPPED } from './html-tags.ts';

export type Attributes = Readonly<Record<string, string>>;

/** An open element and what it passes on to the text inside. */
export interface Frame {
  readonly tag: string;
  /** Nothing in it is text of the page. */
  readonly skipped: boolean;
  readonly kind: BlockKind | null;
  readonly inLink: boolean;
  /** Line breaks of the source are the text's own. */
  readonly preformatted: boolean;
  readonly furniture: boolean;
  readonly main: boolean;
  readonly furnitureNames: number;
  readonly contentNames: number;
  readonly container: Container;
}

/** What stands around the outermost element. */
export const ROOT_FRAME: Frame = {
  tag: '',
  skipped: false,
  kind: null,
  inLink: false,
  preformatted: false,
  furniture: false,
  main: false,
  furnitureNames: 0,
  contentNames: 0,
  container: { parent: null, depth: 0, look: '', tag: '', furnitureNames: 0, contentNames: 0 },
};

/** The frame of an element that opens inside `outer`. */
export function frameOf(tag: string, attributes: Attributes, outer: Frame): Frame {
  const hints = nameHints(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`);
  return {
    tag,
    skipped: outer.skipped || SKIPPED.has(tag) || isHidden(attributes),
    kind: KIND[tag] ?? outer.kind,
    inLink: outer.inLink || tag === 'a',
    preformatted: outer.preformatted || tag === 'pre',
    ...regionOf(tag, attributes['role'] ?? '', outer),
    furnitureNames: outer.furnitureNames + hints.furniture,
    contentNames: outer.contentNames + hints.content,
    container: isBlockTag(tag)
      ? containerOf(tag, attributes, { parent: outer.container, hints })
      : outer.container,
  };
}

function regionOf(tag: string, role: string, outer: Frame): Pick<Frame, 'furniture' | 'main'> {
  const main = outer.main || MAIN_REGION.has(tag) || MAIN_REGION.has(role);
  // The header of an article holds its title and standfirst, that of a page its menu.
  const isOwnHeader = tag === 'header' && outer.main;
  const named = FURNITURE_REGION.has(tag) || FURNITURE_REGION.has(role);
  return { main, furniture: outer.furniture || (named && !isOwnHeader) };
}

function containerOf(
  tag: string,
  attributes: Attributes,
  { parent, hints }: { readonly parent: Container; readonly hints: NameHints },
): Container {
  // Numbers in class names count instances, not looks.
  const classes = (attributes['class'] ?? '').slice(0, 200).replace(/\d+/g, '').trim().split(/\s+/).sort();
  return {
    parent,
    depth: parent.depth + 1,
    look: [tag, ...classes].join('.'),
    tag,
    furnitureNames: hints.furniture,
    contentNames: hints.content,
  };
}
