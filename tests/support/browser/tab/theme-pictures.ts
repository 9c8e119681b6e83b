import { expect } from '@jest/globals';
import type { TabPage } from './tab-page.ts';

/** Looks for what axe finds on a page in each theme, and leaves a picture of each; the last is the usual theme. */
export async function checkEveryTheme(tab: TabPage, name: string): Promise<void> {
  for (const theme of ['dark', 'contrast', 'default'] as const) {
    await tab.changeTheme(theme);
    expect({ name, theme, violations: await tab.violations() }).toEqual({ name, theme, violations: [] });
    await tab.picture(`${name}${theme === 'default' ? '' : `-${theme}`}`, 'whole');
  }
}
