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

/** The same of the page in the light and then in the dark theme, named before each breach. */
export async function axeInBothThemes(
  page: Page,
  look: (theme: 'light' | 'dark') => Promise<void> = async () => {},
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await look(colorScheme);
    found.push(...(await axeViolations(page)).map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}
