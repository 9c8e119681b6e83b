import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { languages } from '../../concerns/terms/language.ts';
import { say } from '../../words/partners/say.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { openPalettePng } from '../support/browser/palette-png.ts';
import { openPartners } from '../support/browser/partners/partners-page.ts';
import { invited, startWithPartners } from '../support/partners/partner-client.ts';

// Draws the pictures of the practitioners' guide, in both languages, into docs/pictures: npm run pictures.

const pictures = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
const [bot, browser] = await Promise.all([startWithPartners(), launchChromium()]);
try {
  const smaller = await openPalettePng(browser, 32);
  for (const language of languages) {
    const { token } = await invited(bot);
    const at = await openPartners(browser, bot, { hash: `#${token}`, language, width: 400, height: 900 });
    const draw = async (name: string): Promise<void> => {
      await at.settle();
      const picture = await at.page.screenshot({ animations: 'disabled' });
      await writeFile(join(pictures, `partners-${name}-${language}.png`), await smaller(picture));
    };
    await at.button(say(language, 'invited.makePasskey')).waitFor();
    await draw('invited');
    await at.press(say(language, 'invited.makePasskey'));
    await at.button(say(language, 'inside.begin')).waitFor();
    await draw('start');
    await at.close();
  }
} finally {
  await browser.close();
  await bot.stop();
}
