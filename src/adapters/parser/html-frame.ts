import type { BlockKind } from '../../domain/document.ts';
import type { Container } from '../../ingest/raw-block.ts';
import { type NameHints, nameHints, namesCaption, namesCredit, namesOverlay } from './html-names.ts';
import { FURNITURE_REGION, isBlockTag, isHidden, KIND, MAIN_REGION, SKIPPED } from './html-tags.ts';

export type Attributes = Readonly<Record<string, string>>;

/** An open element and what it passes on to the text inside. */
export interface Frame {
  readonly tag: string;
  /** Nothing in it is text of the page. */
  readonly skipped: boolean;
  readonly kind: BlockKind | null;
  readonly inLink: boolean;
  /** In a link that says of itself that it is paid for or no recommendation of the page. */
  readonly promoted: boolean;
  /** Inside an inline element that holds words and what the page shows over them. */
  readonly overlay: boolean;
  /** A credit inside a caption, which is no part of its sentence. */
  readonly ownLine: boolean;
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
  promoted: false,
  overlay: false,
  ownLine: false,
  preformatted: false,
  furniture: false,
  main: false,
  furnitureNames: 0,
  contentNames: 0,
  container: { parent: null, depth: 0, look: '', tag: '', furnitureNames: 0, contentNames: 0, isBox: false },
};

// Elements that hold a few words; what is named for the captions in it may be larger.
const CAPTION_TAGS = new Set(['div', 'p', 'small', 'em', 'i', 'td', 'dd', 'li']);

/** The frame of an element that opens inside `outer`. */
export function frameOf(tag: string, attributes: Attributes, outer: Frame): Frame {
  const names = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`;
  const hints = nameHints(names);
  const isBlock = isBlockTag(tag);
  const kind = kindOf(tag, names, outer);
  return {
    tag,
    skipped: outer.skipped || SKIPPED.has(tag) || isHidden(attributes),
    kind,
    inLink: outer.inLink || tag === 'a',
    promoted: outer.promoted || (tag === 'a' && /\b(?:sponsored|nofollow)\b/i.test(attributes['rel'] ?? '')),
    overlay: !isBlock && (outer.overlay || namesOverlay(names)),
    ownLine: !isBlock && kind === 'caption' && namesCredit(names),
    preformatted: outer.preformatted || tag === 'pre',
    ...regionOf(tag, attributes['role'] ?? '', outer),
    furnitureNames: outer.furnitureNames + hints.furniture,
    contentNames: outer.contentNames + hints.content,
    container: isBlock ? containerOf(tag, attributes, { parent: outer.container, hints }) : outer.container,
  };
}

function kindOf(tag: string, names: string, outer: Frame): BlockKind | null {
  if (CAPTION_TAGS.has(tag) && namesCaption(names)) return 'caption';
  return KIND[tag] ?? outer.kind;
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
    isBox: hints.box,
  };
}
