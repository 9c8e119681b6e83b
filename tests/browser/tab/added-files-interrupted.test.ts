import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Locator, Route } from 'playwright-core';
import { parseFrame } from '../../../contract/framed-bytes.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { type Language, languages } from '../../../core/model/language.ts';
import { maxPartBytes, partCount } from '../../../core/model/file-limits.ts';
import { handlerHolderId } from '../../../core/model/sealed-file.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { chooseFile } from '../../support/browser/tab/report-files-driver.ts';
import { type CaseDriver, createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { tabOrigin } from '../../support/browser/tab/teams-window.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { waitForIdle } from '../../support/browser/wait-for-idle.ts';
import { fetchThroughRestarts } from '../../support/browser/retry-restarts.ts';
import { createSubmission, newReturnCode } from '../../support/core/open-core.ts';
import { decryptWholeFile } from '../../support/files/decrypt-file.ts';
import { createFilePage } from '../../support/files/file-page-driver.ts';
import { generateSound } from '../../support/files/generated-sound.ts';

const unit = setUpUnit();
const sound = generateSound(13_000_000);
const parts = partCount(16 * maxPartBytes);
const words = 'From the desk, handed over by a colleague.';

/**
 * `killed`: the server ends before it; `unsent`: it never arrives; `lost`: it is carried out and nobody hears; `empty`: a
 * proxy answers in its place; `twice`: a proxy sends it again; `expired`: the token has just ended.
 */
type Fault = 'killed' | 'unsent' | 'lost' | 'empty' | 'twice' | 'expired';

/** Has what the page sends of files meet what `strike` says. `parts` is the place of what names them. */
async function interrupt(tab: TabPage, strike: (place: number) => Fault | undefined) {
  const sent: number[] = [];
  let strikes = 0;
  const meet = async (route: Route, place: number): Promise<void> => {
    const fault = strike(place);
    if (fault !== undefined) strikes += 1;
    const { pathname } = new URL(route.request().url());
    if (fault === 'killed') await unit.bot.restart();
    if (fault === 'killed' || fault === 'unsent') return route.abort('blockedbyclient');
    if (fault === 'empty') return route.fulfill({ status: 200, body: '' });
    if (fault === 'expired') return route.fulfill({ status: 401, json: { code: 'notSignedIn' } });
    if (fault === 'lost' || fault === 'twice') await fetchThroughRestarts(unit.bot, route, pathname);
    if (fault === 'lost') return route.abort('blockedbyclient');
    sent.push(place);
    return route.fallback();
  };
  await tab.page.route(`${tabOrigin}/api/tab/raw/case.filePart`, (route) => {
    const frame = parseFrame(new Uint8Array(route.request().postDataBuffer() ?? []));
    return meet(route, frame !== undefined && 'part' in frame ? Number(frame.part) : -1);
  });
  await tab.page.route(`${tabOrigin}/api/tab/case.addFiles`, (route) => meet(route, parts));
  return { sent, strikes: () => strikes };
}

interface FormOfCase {
  readonly tab: TabPage;
  readonly at: CaseDriver;
  readonly panel: Locator;
  readonly caseId: CaseId;
}

/** The form of a new case that adds files, with a recording and words. */
async function fillForm(language: Language): Promise<FormOfCase> {
  // The server's clock stands still: what others asked is not to use up what this page may ask.
  unit.bot.clock.forward(60_000);
  const page = createFilePage(unit.bot, { objectId: randomUUID(), name: 'Somebody at a page' });
  const code = newReturnCode();
  await submitReport(page, createSubmission({ code }));
  const { caseId } = await page.claim(code);
  const tab = await unit.open(unitPeople.handler, {
    subPage: `case:${caseId}`,
    locale: localeByLanguage[language],
    width: 360,
    hasClock: true,
  });
  const at = createCaseDriver(tab, language);
  await tab.see(at.words('case.workHeading'));
  await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
  const panel = await tab.panel(at.words('caseFiles.addHeading'));
  await panel.getByRole('button', { name: at.words('caseFiles.addSend') }).waitFor();
  await chooseFile(tab, language, 'voice.wav', sound);
  await tab.fill(at.required('caseFiles.addWhat'), words, panel);
  await panel.getByRole('button', { name: at.words('files.look', { name: nameOf(at) }) }).waitFor();
  return { tab, at, panel, caseId };
}
const nameOf = (at: CaseDriver): string => at.words('files.recording', { number: 1 });

const partsStored = async (caseId: CaseId) =>
  (await unit.bot.files().listParts({ caseId, holder: handlerHolderId(toPersonId(unitPeople.handler.objectId)) })).map(
    ({ part }) => part,
  );

/** One file in the case, whole, named by one entry. */
async function expectOneWholeFile(caseId: CaseId): Promise<void> {
  const files = (await unit.bot.store().cases.read(caseId))?.value.files ?? [];
  expect(files).toHaveLength(1);
  expect(await unit.bot.store().history.entries(caseId, { kinds: ['filesAdded'] })).toHaveLength(1);
  const holder = handlerHolderId(toPersonId(unitPeople.handler.objectId));
  expect((await partsStored(caseId)).length).toBe(parts);
  const sealed = [];
  for (let part = 0; part < parts; part += 1)
    sealed.push((await unit.bot.files().readPart({ caseId, holder, id: files[0]?.id ?? '' }, part)) ?? Buffer.alloc(0));
  const identities = unit.bot.identities.acu;
  const opened = await decryptWholeFile(Buffer.concat(sealed), { caseId, id: files[0]?.id ?? '' }, { identities });
  expect(Buffer.from(opened.subarray(-1_000)).equals(sound.subarray(-1_000))).toBe(true);
}
/** Nothing of it is in the case, and the form holds all of it. */
async function expectNothingLostOrClaimed({ at, panel, caseId }: FormOfCase): Promise<void> {
  expect((await unit.bot.store().cases.read(caseId))?.value.files).toBeUndefined();
  expect(await unit.bot.store().history.entries(caseId, { kinds: ['filesAdded'] })).toEqual([]);
  expect(await panel.getByRole('button', { name: at.words('files.look', { name: nameOf(at) }) }).count()).toBe(1);
  expect(await panel.getByLabel(at.required('caseFiles.addWhat')).inputValue()).toBe(words);
  expect(await panel.getByText(at.words('caseFiles.addSaved')).count()).toBe(0);
}
/** Waits until the page has given up, or is done. */
const waitForAnswer = ({ at, panel }: FormOfCase): Promise<void> =>
  panel.getByRole('button', { name: at.words('caseFiles.addSend') }).waitFor();
/** As long as the page waits before it tries again, in milliseconds. */
const longestPauseMs = 16_000;
async function waitUntilGivenUp({ tab, at, panel }: FormOfCase, strikes: () => number): Promise<void> {
  const send = panel.getByRole('button', { name: at.words('caseFiles.addSend') });
  let seen = strikes();
  while ((await send.count()) === 0) {
    if (strikes() > seen) {
      seen = strikes();
      await tab.page.clock.fastForward(longestPauseMs);
    }
    await waitForIdle(tab.tab);
  }
}

describe.each(languages)('a large file that a handler adds on the page of a case, in %s,', (language) => {
  const faults: readonly Fault[] = language === 'en' ? ['killed', 'lost', 'empty'] : ['unsent', 'twice', 'expired'];
  it.each(faults)('is there once, whole, though its first, middle and last part and its end were %s', async (fault) => {
    const form = await fillForm(language);
    const struck = new Set<number>();
    await interrupt(form.tab, (place) => {
      if (![0, 7, parts - 1, parts].includes(place) || struck.has(place)) return undefined;
      struck.add(place);
      return fault;
    });
    const { at, tab, panel } = form;
    await tab.press(at.words('caseFiles.addSend'), panel);
    await waitForAnswer(form);
    // The end is asked for once at a press: its answer may be in doubt, and the same is sent again.
    if (fault !== 'twice' && fault !== 'expired') {
      await tab.see(at.words('refusal.unconfirmed'));
      await at.send(panel, 'caseFiles.addSend', 'caseFiles.addSaved');
    } else await tab.see(at.words('caseFiles.addSaved'));
    expect(struck.size).toBe(4);
    await expectOneWholeFile(form.caseId);
    expect(await panel.getByLabel(at.required('caseFiles.addWhat')).inputValue()).toBe('');
    await tab.close();
  });

  it('is neither lost nor claimed while the line is down from a part on, and goes on from there', async () => {
    const form = await fillForm(language);
    const { at, tab, panel } = form;
    let from = 0;
    const { sent, strikes } = await interrupt(tab, (place) => (place >= from ? 'unsent' : undefined));
    for (from of [0, 7, parts - 1]) {
      await tab.press(at.words('caseFiles.addSend'), panel);
      await waitUntilGivenUp(form, strikes);
      await tab.see(at.words('refusal.unavailable'));
      await expectNothingLostOrClaimed(form);
      expect((await partsStored(form.caseId)).length).toBe(from);
    }
    await tab.picture(`${language}-added-file-interrupted-360`, 'whole');
    expect(await tab.violations()).toEqual([]);
    from = parts + 1;
    await at.send(panel, 'caseFiles.addSend', 'caseFiles.addSaved');
    expect(sent).toEqual(Array.from({ length: parts + 1 }, (_one, part) => part));
    await expectOneWholeFile(form.caseId);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('waits as it is while it is called off, and what changes meanwhile is not taken for sent', async () => {
    const form = await fillForm(language);
    const { at, tab, panel } = form;
    const held = Promise.withResolvers<void>();
    let isHeld = true;
    await tab.page.route(`${tabOrigin}/api/tab/raw/case.filePart`, async (route) => {
      if (isHeld) await held.promise;
      await route.fallback();
    });
    await tab.press(at.words('caseFiles.addSend'), panel);
    await panel.getByRole('button', { name: at.words('files.callOff') }).waitFor();
    expect(await panel.getByLabel(at.words('files.choose')).isDisabled()).toBe(true);
    expect(await panel.getByLabel(at.required('caseFiles.addWhat')).isEditable()).toBe(false);
    await tab.press(at.words('files.callOff'), panel);
    isHeld = false;
    held.resolve();
    await waitForAnswer(form);
    await tab.see(at.words('caseFiles.calledOff'));
    await expectNothingLostOrClaimed(form);
    await tab.picture(`${language}-added-file-called-off-360`, 'whole');
    await at.send(panel, 'caseFiles.addSend', 'caseFiles.addSaved');
    await expectOneWholeFile(form.caseId);
    await tab.close();
  });

  it('is said to be in the case already where its answer was lost and other words follow', async () => {
    const form = await fillForm(language);
    const { at, tab, panel, caseId } = form;
    let isLost = true;
    await interrupt(tab, (place) => (isLost && place === parts ? 'lost' : undefined));
    await tab.press(at.words('caseFiles.addSend'), panel);
    await waitForAnswer(form);
    await tab.see(at.words('refusal.unconfirmed'));
    isLost = false;
    await tab.fill(at.required('caseFiles.addWhat'), 'Other words', panel);
    await tab.press(at.words('caseFiles.addSend'), panel);
    await waitForAnswer(form);
    await tab.see(at.words('caseFiles.inCase'));
    expect(await panel.getByLabel(at.required('caseFiles.addWhat')).inputValue()).toBe('Other words');
    await tab.picture(`${language}-added-file-in-case-360`, 'whole');
    await expectOneWholeFile(caseId);
    await tab.close();
  });
});
