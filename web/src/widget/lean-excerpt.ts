/** The element keeps no words around citations, so none are ever found; see `stream/excerpt.ts`. */
export const spanWithin = (): null => null;
