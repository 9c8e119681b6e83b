import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Language, languages } from '../../core/model/language.ts';
import type { Answers } from '../../core/model/questions.ts';
import { translate } from '../../words/partners/translate.ts';
import { createPalettePngEncoder } from '../support/browser/palette-png.ts';
import { openPartners } from '../support/browser/partners/partners-page.ts';
import { createCaseDriver } from '../support/browser/tab/case-driver.ts';
import { localeByLanguage, startUnit, unitPeople } from '../support/browser/tab/unit.ts';
import { partnerAnswers, savePartnerCase } from '../support/journeys/partner-case.ts';
import { createInvitation, partnersHost } from '../support/partners/partner-client.ts';

// Draws the pictures of the hub in the guides, in both languages, into docs/pictures: npm run pictures.

const pictures = join(import.meta.dirname, '..', '..', 'docs', 'pictures');

/** What is read and typed on the handler's page that is drawn. */
const contact: Readonly<Record<Language, Answers>> = {
  en: { ...partnerAnswers, contactLanguage: 'en' },
  cy: {
    ...partnerAnswers,
    consentWhy: 'Mae ef yn darllen ei ffôn. Mae plentyn yn byw gyda nhw.',
    contactWhen: 'Dydd Mawrth cyn tri, pan fydd ef yn y gwaith',
    contactNot: 'Byth drwy neges destun, a neb mewn iwnifform',
  },
};
const message = {
  en: 'Thank you. We keep to what you wrote about contact. Where were you when you saw her look at the door?',
  cy: 'Diolch. Rydym yn cadw at yr hyn a ysgrifennoch am gysylltu. Ble oeddech chi pan welsoch hi’n edrych ar y drws?',
} as const satisfies Record<Language, string>;

const unit = await startUnit({ PARTNERS: 'yes', PUBLIC_HOST: partnersHost });
const { bot, browser } = unit;
try {
  const smaller = await createPalettePngEncoder(browser, 32);
  for (const language of languages) {
    const { token } = await createInvitation(bot);
    const at = await openPartners(browser, bot, { hash: `#${token}`, language, width: 400, height: 900 });
    const draw = async (name: string): Promise<void> => {
      await at.settle();
      const picture = await at.page.screenshot({ animations: 'disabled' });
      await writeFile(join(pictures, `partners-${name}-${language}.png`), await smaller(picture));
    };
    await at.button(translate(language, 'invited.makePasskey')).waitFor();
    await draw('invited');
    await at.press(translate(language, 'invited.makePasskey'));
    await at.button(translate(language, 'inside.begin')).waitFor();
    await draw('start');
    await at.close();

    const { caseId } = await savePartnerCase(bot, contact[language], { language });
    const tab = await unit.open(unitPeople.handler, {
      subPage: `case:${caseId}`,
      locale: localeByLanguage[language],
      width: 860,
      height: 1600,
    });
    const hand = createCaseDriver(tab, language);
    await tab.see(hand.words('case.workHeading'));
    await hand.unlock(join(bot.folder, 'keys/acu.identity'));
    await hand.openReport();
    const panel = await tab.panel(hand.words('talk.hubHeading'));
    await tab.fill(hand.required('talk.text'), message[language], panel);
    await tab.check(hand.words('talk.contactConfirm'), panel);
    const whole = panel.locator('xpath=..');
    await whole.scrollIntoViewIfNeeded();
    await tab.settle();
    const picture = await whole.screenshot({ animations: 'disabled' });
    await writeFile(join(pictures, `hub-messages-${language}.png`), await smaller(picture));
    await tab.close();
  }
} finally {
  await unit.stop();
}
