/**
 * Scrolls a box so that `target` stands `margin` px below its top, or the box at its beginning if it is
 * near anyway; at once where motion is unwanted.
 */
export function scrollWithin(box: Element, target: Element, margin: number): void {
  const distance = target.getBoundingClientRect().top - box.getBoundingClientRect().top;
  const top = box.scrollTop + distance - margin;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // Not `scrollIntoView`: it would move the page around the element as well.
  box.scrollTo({ top: top < margin ? 0 : top, behavior: calm ? 'instant' : 'smooth' });
}
