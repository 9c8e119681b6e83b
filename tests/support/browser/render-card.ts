import type { Browser } from 'playwright-core';
import { type RenderedCard, openCardSheet, phoneWidth } from './card-sheet.ts';
import type { Theme } from './teams-host-config.ts';

/** Draws one card on a sheet of its own, 420 pixels wide as on a phone unless `width` says otherwise, and checks it. */
export async function renderCard(
  browser: Browser,
  card: Readonly<Record<string, unknown>>,
  theme: Theme,
  width = phoneWidth,
): Promise<RenderedCard & { readonly png: Buffer }> {
  const sheet = await openCardSheet(browser, theme, { width });
  try {
    await sheet.render(card);
    return { ...(await sheet.check()), png: await sheet.picture() };
  } finally {
    await sheet.close();
  }
}
