import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { developmentPeople } from '../../development/development-tenant.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { deriveCaseId } from '../../core/model/return-code-keys.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { parseReturnCode } from '../../core/model/return-code.ts';
import { type IdentityMode, identityModes } from '../../core/model/questions.ts';
import { translate as sayOnCard } from '../../words/cards/translate.ts';
import { translate } from '../../words/tab/translate.ts';
import type { ReportCall } from '../../tab/ui/post-json.ts';
import { type Connector, startConnector } from '../fakes/connector.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { openInTeamsHost } from '../support/browser/tab/teams-host-page.ts';
import { assertAbsent } from '../support/journeys/canary.ts';
import { newCanary } from '../support/journeys/new-canary.ts';
import { createCall, createPageClient } from '../support/journeys/page-client.ts';
import { type TabClient, createTabClient } from '../support/journeys/tab-client.ts';
import { partnerAnswers } from '../support/journeys/partner-case.ts';
import { parseCardCode } from '../support/journeys/saved-case.ts';
import { newReporter, readEveryPage, sendShortReport, currentStep } from '../support/journeys/reporter.ts';
import { getQuestionLabel, getOptionLabel } from '../support/journeys/card-labels.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { submitMarkedReport } from './marked-report.ts';
import { countMarksInFile, countMarksInMemory } from './process-memory.ts';
import { openPartnersPage } from './partners-page.ts';
import { type BotProcess, startBotProcess } from './bot-process.ts';
import { createTally } from './tally.ts';
import { readFiles, marksFor } from './traces.ts';
import { addFile } from './add-file.ts';
import { readUnitKey, writeAsUnit } from './write-as-unit.ts';

const seen = createTally('leaks, the memory of a server behind the page');
const ways = languages.flatMap((language) => identityModes.map((mode) => ({ language, mode })));
const codePattern = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/u;

let folder: string;
let connector: Connector;
let bot: BotProcess;
let browser: Browser;
beforeAll(async () => {
  folder = createTemporaryFolder();
  connector = await startConnector();
  bot = await startBotProcess(folder, connector);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await bot.stop('kill');
  await connector.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A report, by a phone's width of a real browser, up to its receipt. */
async function inBrowser(bodies: string[]): Promise<{ readonly canary: string; readonly code: string }> {
  const language = 'cy';
  const canary = newCanary();
  const address = new URL('/development/teams?page=report', bot.endpoint()).href;
  const tab = await openInTeamsHost(browser, address, 'writer', language, 360);
  const choose = (id: 'mode' | 'risk' | 'conflict', option: string): Promise<void> =>
    tab.tab
      .getByRole('radiogroup', { name: getQuestionLabel(language, id), exact: true })
      .getByRole('radio', { name: getOptionLabel(language, id, option), exact: true })
      .check();
  const onwards = (): Promise<void> => tab.press(sayOnCard(language, 'common.continue'));
  await tab.press(translate(language, 'report.startReport'), tab.tab.getByRole('main'));
  await tab.see(sayOnCard(language, 'common.continue'));
  await tab.see(getQuestionLabel(language, 'what'));
  await tab.fill(getQuestionLabel(language, 'what'), `Mae rhywun yn galw gyda’r nos. ${canary}`);
  await choose('risk', 'no');
  await choose('conflict', 'no');
  await onwards();
  await choose('mode', 'named');
  await onwards();
  const code = await tab.tab.getByText(codePattern).innerText();
  await tab.press(sayOnCard(language, 'report.thenSend'));
  await tab.see(sayOnCard(language, 'receipt.heading'));
  bodies.push(...tab.traffic.flatMap(({ url, body, answer }) => [url, body, answer]));
  await tab.page.close();
  return { canary, code };
}

/** Everything that was told the server's memory by one way, and may not be found there, with the reference that may. */
interface Passed {
  readonly marks: readonly string[];
  readonly reference: CaseId;
}

const referenceOf = (code: string): CaseId => {
  const parsed = parseReturnCode(code);
  if (parsed === undefined) throw new Error('no return code');
  return deriveCaseId(parsed);
};

/** A draft, a report, an addition, a message of the unit's, an answer to it and a file, all sealed before they leave a page. */
async function byThePage(
  way: { readonly mode: IdentityMode; readonly language: Language },
  objectId: string,
  wire: string[],
): Promise<Passed> {
  const heard = (tab: TabClient): ReportCall => {
    const truly = createCall(tab);
    return (name, body) => {
      wire.push(name, JSON.stringify(body));
      return truly(name, body);
    };
  };
  const look = (): void => seen.add('looks');
  const marked = await submitMarkedReport(bot, way, look, () => {
    const tab = createTabClient(bot, { objectId });
    return { ...createPageClient(tab, way.language, heard(tab)), answers: tab.answers };
  });
  const [canary = '', code = '', together = ''] = marked.secrets;
  const reference = referenceOf(code);
  const [question, answer] = [newCanary(), newCanary()];
  const handler = createTabClient(bot, { objectId: developmentPeople.handler });
  const reporter = createTabClient(bot, { objectId });
  const ofFile = await addFile(bot, heard(reporter), { code, caseId: reference }, handler);
  await writeAsUnit(handler, readUnitKey(bot.keys), reference, `When was that? ${question}`);
  const { at } = marked;
  await at.press('comeBack');
  at.fill('code', code);
  await at.press('next');
  expect(at.card().text).toContain(question);
  at.fill('addition', `On a Friday. ${answer}`);
  await at.press('add');
  wire.push(...at.answers, ...handler.answers, ...reporter.answers);
  seen.add('files');
  seen.add('messages of the unit and answers to them', 2);
  return { marks: [canary, code, together, code.toLowerCase(), question, answer, ...ofFile], reference };
}

/** What a practitioner passes on and adds, by the partners' page, sealed before it leaves it. */
async function byThePartnersPage(language: Language, wire: string[]): Promise<Passed> {
  const canary = newCanary();
  const { page, answers } = await openPartnersPage(bot, language, (name, body) =>
    wire.push(name, JSON.stringify(body)),
  );
  const answered: ReadonlyMap<string, string> = new Map(Object.entries(partnerAnswers));
  await page.press('report');
  for (let cards = 0; currentStep(page.card()) !== 'review'; cards += 1) {
    if (cards > 15) throw new Error('the way does not lead to the review');
    for (const { id, choices } of page.card().inputs) {
      const given = answered.get(id) ?? '';
      const isChosen = choices !== undefined || given === '';
      page.fill(id, isChosen ? given : `${given} ${canary}`);
    }
    await page.press(currentStep(page.card()) === 'code' ? 'detail' : 'next');
  }
  await readEveryPage(page);
  await page.press('send');
  const code = parseCardCode(page.card());
  await page.press('done');
  await page.press('comeBack');
  page.fill('code', code);
  await page.press('next');
  page.fill('addition', `They moved house. ${canary}`);
  await page.press('add');
  wire.push(...answers);
  seen.add('reports of partners');
  return { marks: [canary, code, code.replaceAll('-', '')], reference: referenceOf(code) };
}

/**
 * A report by a dialog, whose words the server has in clear by design while it handles them: it is held there, before a
 * store that does not answer.
 */
async function heldOfADialog(): Promise<{ readonly canary: string; readonly ended: Promise<unknown> }> {
  const reporter = await newReporter(bot);
  const held = bot.holdNext();
  const ended = sendShortReport(reporter, reporter.report).catch(() => undefined);
  await held;
  return { canary: reporter.canary, ended };
}

/** Expects that a look found each thing that is there, and no mark. */
function expectOnly(
  place: string,
  counts: ReadonlyMap<string, number> | undefined,
  known: readonly string[],
  marks: readonly string[],
): void {
  for (const one of known)
    expect({ place, one, isThere: (counts?.get(one) ?? 0) > 0 }).toEqual({ place, one, isThere: true });
  for (const one of marks) expect({ place, one, times: counts?.get(one) }).toEqual({ place, one, times: 0 });
  const times = known.reduce((sum, one) => sum + (counts?.get(one) ?? 0), 0);
  seen.add(`times what may be there in ${place}`, times);
}

describe('a server to which reports are handed in by the page, in a process of its own', () => {
  it('holds no word and no code of theirs, in any way and language, in its heap, memory and core file, and all that came and went', async () => {
    const wire: string[] = [];
    const passed: Passed[] = [];
    const people = Object.values(developmentPeople);
    for (const [place, way] of ways.entries())
      passed.push(await byThePage(way, people[place] ?? developmentPeople.staff, wire));
    for (const language of languages) passed.push(await byThePartnersPage(language, wire));
    const { canary, code } = await inBrowser(wire);
    passed.push({ marks: [canary, code, code.replaceAll('-', '')], reference: referenceOf(code) });
    const marks = passed.flatMap((one) => one.marks);

    expect(wire.length).toBeGreaterThan(200);
    assertAbsent('what was sent and answered', wire.join('\n'), marks);
    assertAbsent('what it printed', bot.printed(), marks);
    for (const { place, text } of readFiles(folder)) assertAbsent(place, text, marksFor(place, marks, ''));

    // What may be there is found by the same looks: where the store lies, each reference, and words in a dialog's hand.
    const ofADialog = await heldOfADialog();
    const known = [join(folder, 'data', 'candour.db'), ...passed.map(({ reference }) => reference), ofADialog.canary];
    expect(known).toHaveLength(ways.length + languages.length + 3);
    if (process.platform === 'linux')
      expectOnly('memory', countMarksInMemory(bot.pid, [...known, ...marks]), known, marks);
    const heap = await bot.heap();
    for (const one of [join(folder, 'data', 'candour.db'), ofADialog.canary])
      expect({ one, isThere: heap.includes(one) }).toEqual({ one, isThere: true });
    assertAbsent('the heap', heap, marks);
    seen.add('characters of its heap', heap.length);

    // Where the kernel leaves no core file beside it, its memory, all of which was read, is what one would hold.
    const core = await bot.dump();
    if (core !== undefined) expectOnly('its core file', countMarksInFile(core, [...known, ...marks]), known, marks);
    await ofADialog.ended;
    seen.add('marks that are in none of them', marks.length);
  });
});
