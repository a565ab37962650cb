import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Breaches of every rule that axe has for pages, experimental ones left out: `rule: element, what is wrong`. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
  const found = await page.evaluate<axe.Result[]>('axe.run(document).then((results) => results.violations)');
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary.slice(0, 200)}`,
    ),
  );
}
