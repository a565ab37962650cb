import type { BlockView } from './block-view.ts';
import type { Neighbourhood } from './neighbours.ts';
import type { PagePlace } from './page-places.ts';

/** A block among the others. */
export interface PlacedView {
  readonly own: BlockView;
  /** Weighted sum of its own features. */
  readonly carried: number;
  readonly neighbourhood: Neighbourhood;
  readonly place: PagePlace;
}
