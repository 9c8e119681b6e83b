import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import type { Page } from 'playwright-core';

// A name inside the page, where its bundle puts it.
declare const axe: typeof axeCore;
const checker = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page of its own, and whether it has to be moved sideways to be read. */
export async function findPageProblems(page: Page): Promise<readonly string[]> {
  // By the browser's tools: the page lets in no script but its own.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(checker);
  return page.evaluate(async () => {
    // The bar that stays at the top covers a part of whatever is scrolled behind it.
    window.scrollTo(0, 0);
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    const { scrollWidth, clientWidth } = document.documentElement;
    return [
      ...(scrollWidth > clientWidth ? ['the page is wider than its window'] : []),
      ...violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
      ),
    ];
  });
}
