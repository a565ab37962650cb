/** Scrolls a box so that `target` stands `margin` px below its top; at once where motion is unwanted. */
export function scrollWithin(box: Element, target: Element, margin: number): void {
  const distance = target.getBoundingClientRect().top - box.getBoundingClientRect().top;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // Not `scrollIntoView`: it would move the page around the element as well.
  box.scrollBy({ top: distance - margin, behavior: calm ? 'instant' : 'smooth' });
}
