import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityFromSeed } from '../../../crypto/age-identity.ts';
import { keyFingerprint } from '../../../core/model/public-keys.ts';
import { type Language, languages } from '../../../core/model/language.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { englishWords } from '../../../crypto/word-lists/english.ts';
import { welshWords } from '../../../crypto/word-lists/welsh.ts';
import { recipientFromIdentitySync } from '../../../crypto/node/hybrid-recipient.ts';
import { securityCode } from '../../../crypto/security-code.ts';
import type { TokenSubject } from '../../fakes/entra.ts';
import { assertAbsent } from '../../support/journeys/canary.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { readBrowserStorage } from '../../support/browser/tab/browser-storage.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage, startUnit, type Unit, unitPeople } from '../../support/browser/tab/unit.ts';

const passphrase = 'six drawn words are enough';
const { handler, second } = unitPeople;

/** Makes somebody's own key at the keys page with a passphrase that is drawn, saves its file and has it tested. */
async function makeOwnKey(
  tab: TabPage,
  language: Language,
): Promise<{ readonly file: string; readonly passphrase: string }> {
  const { words } = createCaseDriver(tab, language);
  await tab.press(words('keys.makeOwn'));
  await tab.fill(words('keys.newPassphrase'), 'short');
  await tab.press(words('keys.makeFile'));
  await tab.see(words('keys.passphraseShort', { fewest: 20 }));
  for (const field of ['keys.newPassphrase', 'keys.passphraseAgain'] as const)
    await tab.fill(words(field), 'a'.repeat(20));
  await tab.press(words('keys.makeFile'));
  await tab.see(words('passphrase.weak'));
  expect(await tab.violations()).toEqual([]);
  await tab.press(words(language === 'cy' ? 'passphrase.drawWelsh' : 'passphrase.drawEnglish'));
  const shown = tab.tab.locator('form p[translate="no"]');
  await shown.waitFor();
  const before = await shown.innerText();
  await tab.press(words('passphrase.drawOthers'));
  await shown.filter({ hasNotText: before }).waitFor();
  const drawn = await shown.innerText();
  expect(drawn).toMatch(/^[a-z]+(?: [a-z]+){5}$/u);
  expect(await tab.violations()).toEqual([]);
  await tab.picture(`${language}-keys-drawn`, 'whole');
  await tab.press(words('keys.makeFile'));
  const file = await saveAndTest(tab, language, 'candour-own-key.age', drawn);
  await tab.see(words('keys.publishedNext'));
  // The words are on paper by now: on the page, in what it asked for and in what the browser keeps they are no more.
  assertAbsent('the page', await tab.tab.content(), [drawn]);
  for (const { url, body, answer } of tab.traffic) assertAbsent('an exchange', `${url} ${body} ${answer}`, [drawn]);
  assertAbsent('what the browser keeps', await readBrowserStorage(tab), [drawn]);
  assertAbsent('the console', tab.console.join('\n'), [drawn]);
  return { file, passphrase: drawn };
}

async function saveAndTest(tab: TabPage, language: Language, name: string, passphrase: string): Promise<string> {
  const { words } = createCaseDriver(tab, language);
  const save = tab.button(words('keys.saveFile', { name }));
  await save.waitFor();
  const [download] = await Promise.all([tab.page.waitForEvent('download'), save.click()]);
  const file = await download.path();
  await tab.tab.getByLabel(words('keys.savedFile')).setInputFiles(file);
  await tab.fill(words('keys.passphraseTest'), passphrase);
  await tab.press(words('keys.testFile'));
  return file;
}

describe.each(languages)('keys at the tab, in %s', (language) => {
  let unit: Unit;
  beforeAll(async () => {
    unit = await startUnit();
  });
  afterAll(() => unit.stop());

  const atKeys = async (who: TokenSubject): Promise<TabPage> => {
    const tab = await unit.open(who, { locale: localeByLanguage[language], subPage: 'keys' });
    await tab.see(createCaseDriver(tab, language).words('keys.intro'));
    return tab;
  };
  const keyFile = (group: string) => join(unit.bot.folder, `keys/${group}.identity`);
  const storedPerson = async (objectId: string) => (await unit.bot.store().people.read(toPersonId(objectId)))?.value;

  /** Does something while the server names another line for somebody, as whoever controls it could have it do. */
  const withLine = async (objectId: string, recipient: string, run: () => Promise<void>) => {
    const { people } = unit.bot.store();
    const change = async (line: string | undefined) => {
      const stored = await people.read(toPersonId(objectId));
      if (stored === undefined || line === undefined) throw new Error('nobody is there');
      await people.change({ ...stored, value: { ...stored.value, recipient: line } });
    };
    const before = (await storedPerson(objectId))?.recipient;
    await change(recipient);
    await run();
    await change(before);
  };

  it('lead a newcomer from a key of their own to an opened case, and a leaver out, with recovery tested', async () => {
    const { teams, report, canary } = await newReporter(unit.bot);
    await sendFullReport({ teams }, report);
    const { record } = await readSavedCase(unit.bot, teams.card());

    const newcomer = await atKeys(second);
    const { words } = createCaseDriver(newcomer, language);
    expect(await newcomer.violations()).toEqual([]);
    await newcomer.picture(`${language}-keys`, 'whole');
    const own = await makeOwnKey(newcomer, language);
    await newcomer.see(words('keys.publishedNext'));
    expect(await newcomer.violations()).toEqual([]);
    const published = (await storedPerson(second.objectId))?.recipient ?? '';
    const fingerprint = keyFingerprint(published).match(/.{4}/gu)?.join(' ') ?? '';
    await newcomer.see(fingerprint);
    expect(await readFile(own.file, 'utf8')).toContain('BEGIN AGE ENCRYPTED FILE');

    const holder = await atKeys(handler);
    await holder.tab.locator('input[type=file]').first().setInputFiles(keyFile('acu'));
    await holder.press(words('keys.unlock'));
    await holder.button(words('keys.wrapFor', { name: second.name })).click();
    await holder.press(words('keys.wrap'));
    await holder.see(words('keys.compareFirst'));
    await holder.see(fingerprint);
    await holder.press(words('fingerprint.inWordsOf', { name: second.name }));
    for (const list of [englishWords, welshWords]) await holder.see(securityCode(keyFingerprint(published), list));
    const pasted = securityCode(keyFingerprint(published), language === 'cy' ? englishWords : welshWords);
    await holder.fill(words('fingerprint.given'), `${pasted} mynydd`);
    await holder.press(words('fingerprint.compare'));
    await holder.see(words('fingerprint.unreadable'));
    await holder.fill(words('fingerprint.given'), pasted);
    await holder.press(words('fingerprint.compare'));
    await holder.see(words('fingerprint.same', { names: second.name }));
    await holder.fill(words('fingerprint.given'), keyFingerprint('another line'));
    await holder.press(words('fingerprint.compare'));
    await holder.see(words('fingerprint.none'));
    await holder.check(words('keys.compared', { name: second.name }));
    expect(await holder.violations()).toEqual([]);
    await holder.picture(`${language}-keys-wrap`, 'whole');
    await holder.press(words('keys.wrap'));
    await holder.button(words('keys.wrapAgain', { name: second.name })).waitFor();
    await holder.see(words('fingerprint.vouched'));
    await withLine(
      second.objectId,
      recipientFromIdentitySync(identityFromSeed(new Uint8Array(32).fill(9))),
      async () => {
        const later = await atKeys(handler);
        await later.tab.locator('input[type=file]').first().setInputFiles(keyFile('acu'));
        await later.press(words('keys.unlock'));
        await later.see(words('fingerprint.changed'));
        expect(await later.violations()).toEqual([]);
        await later.close();
      },
    );

    // The newcomer comes again, with nothing but their own file.
    const again = await unit.open(second, { locale: localeByLanguage[language], subPage: `case:${record.caseId}` });
    const at = createCaseDriver(again, language);
    await again.see(words('case.workHeading'));
    await at.unlock(own.file, own.passphrase);
    await at.openReport();
    await again.see(new RegExp(`${canary} what`, 'u'));
    const notes = await again.panel(words('work.notesHeading'));
    await again.check(words('work.notesForSelf'), notes);
    await again.fill(at.required('work.notesText'), 'For myself', notes);
    await at.send(notes, 'work.notesSend', 'work.notesSaved');
    await again.see('For myself');
    // Locked: the file is kept wrapped, and the passphrase alone opens it again.
    await again.press(words('keys.lock'));
    await again.see(words('keys.fileKept'));
    await again.fill(words('keys.passphrase'), 'not that one, not at all');
    await again.press(words('keys.unlock'));
    await again.see(words('keys.errorPassphrase'));
    await again.fill(words('keys.passphrase'), own.passphrase);
    await again.press(words('keys.unlock'));
    await again.button(words('keys.lock')).waitFor();
    await again.close();
    await newcomer.close();

    // Somebody is leaving: a new key, recovery tested, wrapped for who stays, two lines for the operators.
    await holder.press(words('leaver.begin'));
    await holder.press(words('leaver.makeGroup'));
    await holder.fill(words('keys.newPassphrase'), passphrase);
    await holder.fill(words('keys.passphraseAgain'), passphrase);
    await holder.press(words('keys.makeFile'));
    await saveAndTest(holder, language, 'candour-acu-key.age', passphrase);
    await holder.tab.getByLabel(words('leaver.recoveryFile')).setInputFiles(keyFile('custodians'));
    await holder.press(words('leaver.testRecovery'));
    await holder.see(words('keys.errorNotRecovery'));
    await holder.tab.getByLabel(words('leaver.recoveryFile')).setInputFiles(keyFile('recovery'));
    await holder.press(words('leaver.testRecovery'));
    await holder.check(new RegExp(`^${second.name} `, 'u'));
    expect(await holder.violations()).toEqual([]);
    await holder.press(words('leaver.wrapForTicked'));
    const now = await holder.tab.getByLabel(words('leaver.settingNow'), { exact: true }).inputValue();
    const before = await holder.tab.getByLabel(words('leaver.settingBefore'), { exact: true }).inputValue();
    expect(now).toMatch(/^RECIPIENTS_ACU=age1pq1[a-z0-9]+$/u);
    expect(await holder.violations()).toEqual([]);
    await holder.picture(`${language}-keys-leaver`, 'whole');
    await holder.press(words('leaver.settingsGiven'));
    await holder.press(words('leaver.checkNow'));
    await holder.see(words('leaver.checkWaiting'));
    expect(before).toMatch(/^RECIPIENTS_RETIRED=age1pq1[a-z0-9]+$/u);
    expect(unexpectedErrors(holder)).toEqual([]);
    await holder.close();
  });
});
