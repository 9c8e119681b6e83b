import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gallery, type Picture } from '../support/cards/gallery.ts';
import { type CardSheet, openCardSheet } from '../support/browser/card-sheet.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { galleryCaptions } from '../support/browser/gallery-captions.ts';
import { createPalettePngEncoder } from '../support/browser/palette-png.ts';

// Draws every card into docs/cards, with an index: npm run pictures.

const folder = join(import.meta.dirname, '..', '..', 'docs', 'cards');
/** Drawn in the dark theme as well: one of each kind of card. */
const alsoDark = [
  'welcome-en',
  'report-limits-en',
  'report-account-problems-cy',
  'report-review-en',
  'alert-en',
  'week-cy',
];
const scale = 1.5;

const cards = gallery();
const named = new Map<string, Picture>(cards.map((picture) => [picture.name, picture]));
const shown = (name: string) =>
  named.has(name) ? `[${name.endsWith('-cy') ? 'Cymraeg' : 'English'}](${name}.png)` : '';
const dark = (name: string) => (alsoDark.includes(name) ? `[dark](${name}-dark.png)` : '');

const rows = galleryCaptions.flatMap(({ title, pictures }) => [
  `\n## ${title}\n`,
  ...pictures.map(([name, caption]) => {
    const links = [`${name}-en`, `${name}-cy`].flatMap((one) => [shown(one), dark(one)]);
    return `- ${caption} ${links.filter((link) => link !== '').join(', ')}`;
  }),
]);
const captioned = galleryCaptions.flatMap(({ pictures }) => pictures.map(([name]): string => name));
const without = cards.filter(({ name }) => !captioned.includes(name.replace(/-(?:en|cy)$/u, '')));
if (without.length > 0) throw new Error(`Captions are missing for: ${without.map(({ name }) => name).join(', ')}`);

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await writeFile(
  join(folder, 'README.md'),
  `# Pictures of every card

Microsoft's Adaptive Cards renderer drew these at a phone's width, with made-up answers; Teams' clients differ in small
things. \`npm run pictures\` writes this folder. Tests check the same cards in both languages and themes with axe.
${rows.join('\n')}
`,
);

const browser = await launchChromium();
try {
  const smaller = await createPalettePngEncoder(browser, 20);
  const draw = async (sheet: CardSheet, picture: Picture, name: string): Promise<void> => {
    await sheet.render(picture.card);
    await writeFile(join(folder, `${name}.png`), await smaller(await sheet.picture()));
  };
  const light = await openCardSheet(browser, 'light', { scale });
  for (const picture of cards) await draw(light, picture, picture.name);
  const night = await openCardSheet(browser, 'dark', { scale });
  for (const picture of cards) if (alsoDark.includes(picture.name)) await draw(night, picture, `${picture.name}-dark`);
} finally {
  await browser.close();
}
