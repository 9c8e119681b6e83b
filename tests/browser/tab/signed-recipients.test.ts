import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { languages } from '../../../core/model/language.ts';
import { createTranslator } from '../../../tab/ui/translator.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { recipientFromIdentitySync } from '../../../crypto/node/hybrid-recipient.ts';
import { signRecipientList } from '../../../crypto/recipient-list.ts';
import { signerFromIdentity } from '../../../crypto/signer.ts';
import { type Deployments, createDeployments } from '../../support/browser/tab/deployments.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage, startUnit, type Unit } from '../../support/browser/tab/unit.ts';
import { seedIdentity } from '../../support/tab/keys.ts';

const [ceremony, intruder] = [seedIdentity(90), seedIdentity(91)];

let deployments: Deployments;
let unit: Unit;
beforeAll(async () => {
  deployments = createDeployments();
  // The page of a force whose keys were signed, built as it builds it.
  await deployments.deploy({ CEREMONY_SIGNER: signerFromIdentity(ceremony) });
  unit = await startUnit({}, { tabFolders: deployments.folders });
});
afterAll(async () => {
  await unit.stop();
  deployments.remove();
});

/** The server with the list that was signed on a day, and with another line in it where one is named. */
async function naming(on: string, also?: string): Promise<void> {
  const { recipients, retired } = signedFirst;
  const acu = also === undefined ? recipients.acu : [...recipients.acu, also];
  await unit.bot.restart({
    RECIPIENTS_ACU: acu.join(' '),
    RECIPIENTS_SIGNED: signRecipientList(ceremony, { recipients, retired }, on),
  });
}
let signedFirst: Parameters<typeof signRecipientList>[1];
beforeAll(() => {
  const { recipients, retired } = unit.bot.settings;
  signedFirst = { recipients, retired };
});

const inPage = (tab: TabPage): Locator => tab.tab.getByRole('main');

describe.each(languages)('a page that was built with the signer of its list, in %s', (language) => {
  const words = createTranslator(language);
  const open = (): Promise<TabPage> =>
    unit.open(
      { objectId: randomUUID(), name: 'Somebody' },
      { locale: localeByLanguage[language], made: 'report', width: 360 },
    );
  const begin = (tab: TabPage) => tab.press(words('report.startReport'), inPage(tab));
  const limits = sayOnCard(language, 'common.continue');

  it('takes words for that list, and none for one with another line or an older one, and says so', async () => {
    await naming('2026-11-20');
    const tab = await open();
    await begin(tab);
    await tab.see(limits);
    await tab.press(words('report.stop'), inPage(tab));
    await tab.see(words('report.intro'));

    const refused = async (which: string): Promise<void> => {
      const before = tab.traffic.length;
      for (const start of ['report.startReport', 'report.startComeBack'] as const) {
        await tab.press(words(start), inPage(tab));
        await tab.see(words('report.listRefused'));
        expect(await tab.tab.getByText(limits, { exact: true }).count()).toBe(0);
        if (start === 'report.startReport') await tab.picture(`${language}-list-${which}`, 'whole');
        expect(await tab.violations()).toEqual([]);
      }
      const asked = tab.traffic.slice(before).filter(({ url }) => url.includes('/api/tab/report.'));
      expect(asked.map(({ url }) => url.split('/').at(-1))).toEqual(['report.begin', 'report.begin']);
      await tab.press(words('shell.report'), tab.tab.getByRole('navigation'));
      await tab.see(words('report.intro'));
    };
    await naming('2026-11-20', recipientFromIdentitySync(intruder));
    await refused('swapped');
    await naming('2026-10-01');
    await refused('older');

    // A page that has seen no newer one takes what was signed.
    const another = await open();
    await begin(another);
    await another.see(limits);
    expect([...unexpectedErrors(tab), ...unexpectedErrors(another)]).toEqual([]);
    await tab.close();
    await another.close();
  });
});
