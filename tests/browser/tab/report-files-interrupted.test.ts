import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../core/model/language.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { translate } from '../../../words/tab/translate.ts';
import {
  openReportPage,
  chooseFile,
  checkLightAndDark,
  fillToCode,
} from '../../support/browser/tab/report-files-driver.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { tabOrigin } from '../../support/browser/tab/teams-window.ts';
import { generatePicture } from '../../support/files/generated-picture.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();

describe.each(languages)('files on a line that breaks, in %s', (language) => {
  it('hand nothing in until all of them are there, are called off, and go on where they stopped', async () => {
    const words = (key: Parameters<typeof translate>[1]): string => translate(language, key);
    const onCard = (key: Parameters<typeof sayOnCard>[1]): string => sayOnCard(language, key);
    const tab = await openReportPage(unit, language);
    const line = { isDown: false, asked: 0 };
    await tab.page.route(`${tabOrigin}/api/tab/raw/report.filePart`, (route) => {
      line.asked += 1;
      // The first part arrives, and then nothing does.
      line.isDown ||= line.asked === 2;
      return line.isDown ? route.abort('blockedbyclient') : route.fallback();
    });
    await fillToCode(tab, language, 'notKept', newCanary());
    const photo = await generatePicture(tab.tab, 'image/jpeg', { width: 700, height: 600, noise: true });
    await chooseFile(tab, language, 'photo.jpg', photo);
    await tab.tab.getByRole('img', { name: words('files.picture') }).waitFor();
    const send = async (): Promise<void> => {
      await tab.press(onCard('report.thenSend'));
    };
    await send();
    await tab.press(words('files.callOff'));
    // One sentence: the panel of the files adds no other.
    await tab.see(onCard('problem.nothingSaved'));
    expect(await tab.tab.getByRole('alert').allInnerTexts()).toEqual([
      `${onCard('problem.heading')}\n${onCard('problem.nothingSaved')}`,
    ]);
    await checkLightAndDark(tab, `${language}-files-called-off`);
    const asked = (name: string): number => tab.traffic.filter(({ url }) => url.endsWith(name)).length;
    expect(asked('report.submit')).toBe(0);

    line.isDown = false;
    line.asked = 2;
    await send();
    await tab.see(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}$/u);
    expect(asked('report.submit')).toBeGreaterThan(0);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});
