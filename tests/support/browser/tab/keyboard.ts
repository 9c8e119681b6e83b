import { expect } from '@jest/globals';
import type { TabPage } from './tab-page.ts';

/** Whatever has the focus: what it is called, and whether that it has it can be seen. */
export async function focusedElement(tab: TabPage): Promise<{ readonly name: string; readonly isSeen: boolean }> {
  return tab.tab.evaluate(() => {
    const it = document.activeElement;
    if (!(it instanceof HTMLElement)) return { name: '', isSeen: false };
    const labelled =
      it instanceof HTMLInputElement || it instanceof HTMLTextAreaElement || it instanceof HTMLSelectElement;
    const label = labelled ? [...(it.labels ?? [])].map((one) => one.textContent).join(' ') : '';
    const name = (it.getAttribute('aria-label') ?? (label || it.textContent) ?? '').trim();
    // Fluent draws its ring as an outline, a border or in an element beside an input, and underlines a link twice.
    const around = [it, it.parentElement, it.nextElementSibling].filter((one) => one !== null);
    const styles = around.flatMap((one) => [getComputedStyle(one), getComputedStyle(one, '::after')]);
    const isSeen = styles.some(
      ({ outlineStyle, outlineWidth, borderBottomWidth, boxShadow, textDecorationStyle }) =>
        textDecorationStyle === 'double' ||
        (outlineStyle !== 'none' && outlineWidth !== '0px') ||
        borderBottomWidth === '2px' ||
        boxShadow !== 'none',
    );
    return { name, isSeen };
  });
}

/** Presses Tab until the focus is on something that is called so, and expects that it is seen. Throws where it never is. */
export async function tabTo(tab: TabPage, name: string | RegExp, isBack = false): Promise<void> {
  for (let presses = 0; presses < 160; presses += 1) {
    await tab.page.keyboard.press(isBack ? 'Shift+Tab' : 'Tab');
    const now = await focusedElement(tab);
    if (typeof name === 'string' ? now.name !== name : !name.test(now.name)) continue;
    expect(now).toEqual({ name: now.name, isSeen: true });
    return;
  }
  throw new Error(`the keyboard does not come to "${String(name)}"`);
}

/** Presses keys, one after the other. */
export const pressKeys = (tab: TabPage, ...keys: readonly string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => tab.page.keyboard.press(key)), Promise.resolve());
