import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { FrameLocator } from 'playwright-core';
import { languages } from '../../../core/model/language.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { translate } from '../../../words/tab/translate.ts';
import {
  checkLightAndDark,
  chooseFile,
  fillToCode,
  openReportPage,
} from '../../support/browser/tab/report-files-driver.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { readCleanRecording } from '../../support/files/clean-recordings.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';

const unit = setUpUnit();
const cutFilm = readFileSync(join(import.meta.dirname, '../../fixtures/recordings/cut-beginning.mp4'));

/** A film in HEVC of three seconds, of which an app shows one. */
function cutFilmWithoutPicture(): Buffer {
  const film = readFileSync(join(import.meta.dirname, '../../fixtures/recordings/hevc.mov'));
  for (let at = film.indexOf('elst'); at !== -1; at = film.indexOf('elst', at + 4)) film.writeUInt32BE(1_000, at + 12);
  return film;
}

const player = (tab: TabPage): FrameLocator => tab.tab.frameLocator('iframe');

describe.each(languages)('the preview of a recording before it is sent, in %s', (language) => {
  const words = (key: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]) =>
    translate(language, key, values);

  it('plays the clean copy in the closed frame, by the keyboard, and lets go of it when it is closed', async () => {
    const tab = await openReportPage(unit, language);
    const canary = newCanary();
    await fillToCode(tab, language, 'notKept', canary);
    const name = words('files.video', { number: 1 });
    await chooseFile(tab, language, `${canary}.mp4`, Buffer.from(readCleanRecording('film.mp4')));
    const film = player(tab).locator('video');
    await film.waitFor();
    await tab.settle();
    expect(await film.getAttribute('aria-label')).toBe(name);
    expect(await tab.tab.locator('iframe').getAttribute('title')).toBe(words('files.player', { name }));
    // A press in the frame reaches the page too, which may be left or hidden by it.
    await tab.tab.evaluate(() => {
      window.addEventListener('keydown', ({ key }) => (document.body.dataset['pressed'] = key), { capture: true });
    });
    await film.press('Escape');
    await tab.tab.locator('body[data-pressed="Escape"]').waitFor();
    await film.press('Space');
    await film.evaluate(
      (element) =>
        new Promise((resolve) => {
          if (element instanceof HTMLVideoElement && element.ended) resolve(undefined);
          element.addEventListener('ended', resolve);
        }),
    );
    await checkLightAndDark(tab, `${language}-recording-preview`);
    await tab.press(words('files.look', { name }));
    expect(await tab.tab.locator('iframe').count()).toBe(0);
    // It is there again as often as the person likes.
    await tab.press(words('files.look', { name }));
    await player(tab).locator('video').waitFor();
    await tab.press(words('files.remove', { name }));

    await chooseFile(tab, language, 'note.m4a', Buffer.from(readCleanRecording('note.m4a')));
    await player(tab).locator('audio').waitFor();
    await tab.picture(`${language}-recording-preview-sound`, 'whole');
    await tab.press(words('files.remove', { name: words('files.recording', { number: 1 }) }));
    await chooseFile(tab, language, 'phone.mp4', Buffer.from(readCleanRecording('hevc.mp4')));
    await tab.see(words('files.noPicture'));
    expect(await tab.violations()).toEqual([]);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('has a film that was cut played before it goes', async () => {
    const tab = await openReportPage(unit, language);
    await fillToCode(tab, language, 'notKept', newCanary());
    await chooseFile(tab, language, 'cut.mp4', cutFilm);
    const film = player(tab).locator('video');
    await film.waitFor();
    const hidden = words('files.uncovered', { seconds: '#' }).split('#')[0] ?? '';
    await tab.see(hidden);
    await film.press('Space');
    await tab.see(words('files.uncoveredPlayed', { seconds: '#' }).split('#')[1]?.trim() ?? '');
    expect(await tab.tab.getByText(hidden).count()).toBe(0);
    await tab.press(words('files.remove', { name: words('files.video', { number: 1 }) }));

    await chooseFile(tab, language, 'cut.mov', cutFilmWithoutPicture());
    await tab.see(words('files.uncoveredUnplayable', { seconds: '2' }));
    expect(await tab.tab.getByText(hidden).count()).toBe(0);
    await checkLightAndDark(tab, `${language}-recording-unplayable`);
    await tab.press(sayOnCard(language, 'report.thenSend'));
    await tab.see(words('files.unplayed'));
    expect(tab.traffic.some(({ url }) => url.includes('report.file'))).toBe(false);
    await tab.close();
  });
});
