const GAP_PX = 6;

/** CSS pixels. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** A box's corner, in CSS pixels from the window's. */
export interface Place {
  readonly left: number;
  readonly top: number;
}

/** Beside the anchor, below it where there is room, never outside the window. */
export function placeCard(anchor: Place & Box, card: Box, view: Box): Place {
  const below = anchor.top + anchor.height + GAP_PX;
  const above = anchor.top - GAP_PX - card.height;
  const top = below + card.height <= view.height || above < 0 ? below : above;
  const centred = anchor.left + anchor.width / 2 - card.width / 2;
  return { left: Math.max(GAP_PX, Math.min(centred, view.width - card.width - GAP_PX)), top };
}
