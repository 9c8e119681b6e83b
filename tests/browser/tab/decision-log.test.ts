import { generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyExportCommand } from '../../../cli/verify-export.ts';
import { exportedCaseSchema } from '../../../core/casework/export-format.ts';
import { addDays, toDay } from '../../../core/model/calendar.ts';
import { languages } from '../../../core/model/language.ts';
import { formatDay } from '../../../words/date-format.ts';
import { appendEntries, longCaseNote } from '../../support/access/long-case.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { checkEveryTheme } from '../../support/browser/tab/theme-pictures.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { localeByLanguage, startUnit, type Unit, unitPeople } from '../../support/browser/tab/unit.ts';
import { assertAbsent, assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { newRequestId } from '../../support/journeys/tab-client.ts';
import { createSealText } from '../../support/seals/create-seal.ts';
import { formatCaseId } from '../../../core/model/case-id.ts';
import { digestOfSeal } from '../../../core/model/digests.ts';
import { maxNoteLength } from '../../../tab/ui/seal-and-send-note.ts';
import { parsePdf } from '../../support/tab/parse-pdf.ts';

const signing = generateKeyPairSync('ed25519');
let unit: Unit;
beforeAll(async () => {
  const key = signing.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  unit = await startUnit({ EXPORT_SIGNING_KEY: key });
  for (const who of [unitPeople.handler, unitPeople.second]) await (await unit.open(who)).see('Cases');
});
afterAll(() => unit.stop());

/** Words of a handler are nowhere in clear but on their page. */
function expectSealed(canary: string): void {
  assertAbsent('log', unit.bot.log.join(''), [canary]);
  assertAbsentOnDisk(unit.bot.folder, [canary]);
  assertAbsent('requests to the connector', JSON.stringify(unit.bot.connector.requests), [canary]);
}

async function newCase() {
  const { teams, report } = await newReporter(unit.bot);
  await sendFullReport({ teams }, report);
  return (await readSavedCase(unit.bot, teams.card())).record.caseId;
}

describe.each(languages)('the decision log on the page, in %s', (language) => {
  it('takes a decision and a task, runs the task’s day, and is shown alone among all that happened', async () => {
    const caseId = await newCase();
    const old = unit.bot.clock.now().toISOString();
    // What was decided long ago is on no page of the history that is loaded.
    await appendEntries(unit.bot.store(), caseId, [
      { ...longCaseNote(old), kind: 'decided' },
      ...Array.from({ length: 60 }, () => ({ kind: 'viewed' as const, by: longCaseNote(old).by, at: old })),
    ]);
    const tab = await unit.open(unitPeople.handler, { subPage: `case:${caseId}`, locale: localeByLanguage[language] });
    const at = createCaseDriver(tab, language);
    await tab.see(at.words('case.workHeading'));
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    const panel = await tab.panel(at.words('work.notesHeading'));
    const [decided, toDo] = [newCanary(), newCanary()];
    // What was typed stays, whichever entry it becomes.
    await tab.fill(at.required('work.notesText'), decided, panel);
    await tab.check(at.words('log.decision'), panel);
    expect(await panel.getByLabel(at.required('log.decision')).inputValue()).toBe(decided);
    await at.send(panel, 'log.send', 'log.saved');

    await tab.check(at.words('log.task'), panel);
    await tab.fill(at.required('log.task'), toDo, panel);
    await tab.press(at.words('log.send'), panel);
    await tab.see(at.words('log.dueNeeded'));
    const dueOn = addDays(toDay(unit.bot.clock.now(), 'Europe/London'), 2);
    await tab.fill(at.required('log.due'), dueOn, panel);
    await tab.choose(at.optional('log.person'), 'Handler Two', panel);
    await at.send(panel, 'log.send', 'log.saved');
    const tasks = panel.getByRole('list', { name: at.words('log.tasks') });
    await tasks.getByText(toDo).waitFor();
    await tasks.getByText('Handler Two').waitFor();
    expect((await unit.bot.store().cases.read(caseId))?.value.tasks).toMatchObject([{ dueOn }]);
    await checkEveryTheme(tab, `${language}-decision-log`);

    const history = tab.tab.getByRole('list', { name: at.words('history.heading') });
    await tab.choose(at.words('history.show'), at.words('history.partLog'));
    await history.locator('> li').nth(2).waitFor();
    const places = await history.locator('> li').evaluateAll((all) => all.map((one) => one.getAttribute('value')));
    const events = await unit.bot.store().history.readAll(caseId);
    const first = events.find(({ kind }) => kind === 'decided')?.sequence;
    expect([places.length, places[0]]).toEqual([3, String(first)]);
    expect(await tab.button(at.words('history.earlier')).count()).toBe(0);
    await history.getByText(decided).waitFor();
    expect(await tab.violations()).toEqual([]);
    await tab.choose(at.words('history.show'), at.words('history.partAll'));
    await tab.button(at.words('history.earlier')).waitFor();

    await tab.press(at.words('log.done', { day: formatDay(language, dueOn) }), panel);
    await tasks.waitFor({ state: 'detached' });
    expect((await unit.bot.store().cases.read(caseId))?.value.tasks).toBeUndefined();
    expect((await unit.bot.store().history.readAll(caseId)).at(-1)?.kind).toBe('taskDone');
    for (const canary of [decided, toDo]) expectSealed(canary);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});

describe.each(languages)('the longest note, in %s', (language) => {
  it('is counted near its end, stays where a server does not take it, and comes back whole', async () => {
    const caseId = await newCase();
    const open = async () => {
      const tab = await unit.open(unitPeople.handler, {
        subPage: `case:${caseId}`,
        locale: localeByLanguage[language],
        width: 320,
      });
      const at = createCaseDriver(tab, language);
      await tab.see(at.words('case.workHeading'));
      await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
      await at.openReport();
      return { tab, at };
    };
    const { tab, at } = await open();
    const panel = await tab.panel(at.words('work.notesHeading'));
    const field = panel.getByLabel(at.required('work.notesText'));
    const [begins, ends] = [newCanary(), newCanary()];
    // Three bytes a character, the most that a character of this length takes.
    const longest = `${begins}${'–'.repeat(maxNoteLength - begins.length - ends.length)}${ends}`;
    await field.fill(longest.slice(0, -1_001));
    expect(await panel.getByText(at.words('case.charactersLeft', { count: 1_001 })).count()).toBe(0);
    await field.fill(longest.slice(0, -1_000));
    await panel.getByText(at.words('case.charactersLeft', { count: 1_000 })).waitFor();
    await field.fill(`${longest}one`);
    await panel.getByText(at.words('case.tooLong', { count: 3 })).waitFor();
    await checkEveryTheme(tab, `${language}-longest-note`);
    await tab.press(at.words('work.notesSend'), panel);
    await panel
      .getByRole('alert')
      .filter({ hasText: at.words('case.tooLong', { count: 3 }) })
      .first()
      .waitFor();
    expect(await field.inputValue()).toBe(`${longest}one`);
    await field.fill(longest);
    await panel.getByText(at.words('case.charactersLeft', { count: 0 })).waitFor();

    // As a server answers that takes less.
    await tab.page
      .context()
      .route('**/api/tab/case.note', (route) => route.fulfill({ status: 400, json: { code: 'odd' } }));
    await tab.press(at.words('work.notesSend'), panel);
    await panel.getByText(at.words('refusal.odd')).waitFor();
    await panel.getByText(at.words('case.stillHere')).waitFor();
    expect(await field.inputValue()).toBe(longest);
    await tab.page.context().unroute('**/api/tab/case.note');
    await at.send(panel, 'work.notesSend', 'work.notesSaved');
    await tab.close();

    const later = await open();
    const history = later.tab.tab.getByRole('list', { name: at.words('history.heading') });
    expect(await history.getByText(begins).innerText()).toBe(longest);
    expectSealed(begins);
    expectSealed(ends);
    expect(unexpectedErrors(tab).filter((error) => !error.includes('400'))).toEqual([]);
    expect(unexpectedErrors(later.tab)).toEqual([]);
    await later.tab.close();
  });
});

describe.each(languages)('the chronology of a case, in %s', (language) => {
  it('lists notes by the days that they carry, sealed with the words, and those of a colleague', async () => {
    const caseId = await newCase();
    const open = async (who: typeof unitPeople.handler | typeof unitPeople.second, width = 1280) => {
      const tab = await unit.open(who, { subPage: `case:${caseId}`, locale: localeByLanguage[language], width });
      const at = createCaseDriver(tab, language);
      await tab.see(at.words('case.workHeading'));
      await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
      await at.openReport();
      return { tab, at };
    };
    const { tab, at } = await open(unitPeople.handler);
    const panel = await tab.panel(at.words('work.notesHeading'));
    const today = toDay(unit.bot.clock.now(), 'Europe/London');
    const [later, earlier, undated] = [newCanary(), newCanary(), newCanary()];
    const write = async (text: string, day: string) => {
      await tab.fill(at.required('work.notesText'), text, panel);
      await tab.fill(at.optional('log.happened'), day, panel);
      await at.send(panel, 'work.notesSend', 'work.notesSaved');
      // An earlier one was said to be saved too.
      const typed = panel.getByLabel(at.required('work.notesText'));
      await waitFor('the field is empty', async () => (await typed.inputValue()) === '' || undefined);
    };
    await tab.fill(at.required('work.notesText'), later, panel);
    await tab.fill(at.optional('log.happened'), addDays(today, 1), panel);
    await tab.press(at.words('work.notesSend'), panel);
    await panel.getByText(at.words('log.happenedNeeded')).first().waitFor();
    // Half a day is no day for a browser: it is asked about, and stays as it was typed.
    const day = panel.getByLabel(at.optional('log.happened'));
    await day.fill('');
    await day.press('1');
    await tab.press(at.words('work.notesSend'), panel);
    await panel.getByText(at.words('log.happenedHalf')).first().waitFor();
    const isHalfTyped = () => day.evaluate((field) => field instanceof HTMLInputElement && field.validity.badInput);
    expect(await isHalfTyped()).toBe(true);
    await tab.picture(`${language}-half-typed-day`, 'whole');
    await day.press('Backspace');
    expect(await isHalfTyped()).toBe(false);
    await panel.getByText(at.words('log.happenedHalf')).first().waitFor({ state: 'detached' });
    const [laterDay, earlierDay] = [addDays(today, -40), addDays(today, -400)];
    await write(later, laterDay);
    await write(earlier, earlierDay);
    await write(undated, '');

    const second = await open(unitPeople.second, 320);
    const chronology = await second.tab.panel(at.words('chronology.heading'));
    await chronology.getByRole('listitem').nth(2).waitFor();
    const items = await chronology.getByRole('listitem').allInnerTexts();
    expect(items.map((text) => text.split('\n')[0])).toEqual(
      [earlierDay, laterDay, today].map((day) => formatDay(language, day)),
    );
    expect([items[0]?.includes(earlier), items[1]?.includes(later)]).toEqual([true, true]);
    expect(items.join(' ')).not.toContain(undated);
    expect(items.join(' ')).not.toContain('[[');
    await checkEveryTheme(second.tab, `${language}-chronology`);
    const history = second.tab.tab.getByRole('list', { name: at.words('history.heading') });
    await history.getByText(at.words('history.happened', { day: formatDay(language, laterDay) })).waitFor();
    await history.getByText(undated).waitFor();
    for (const { url, body } of tab.traffic) expect(`${url} ${body}`).not.toContain(earlierDay);
    for (const canary of [later, earlier, undated]) expectSealed(canary);
    await second.tab.press(at.words('keys.lock'));
    await chronology.getByText(at.words('chronology.closed')).waitFor();
    expect(await second.tab.tab.locator('body').innerText()).not.toContain(earlier);
    for (const one of [tab, second.tab]) {
      expect(unexpectedErrors(one)).toEqual([]);
      await one.close();
    }
  });
});

describe.each(languages)('my tasks on the page "Today", in %s', (language) => {
  it('lists them by their days, with the words of cases opened here, until the keys lock or a colleague ends one', async () => {
    const [opened, closed] = [await newCase(), await newCase()];
    const tab = await unit.open(unitPeople.handler, {
      subPage: `case:${opened}`,
      locale: localeByLanguage[language],
      width: 320,
    });
    const at = createCaseDriver(tab, language);
    await tab.see(at.words('case.workHeading'));
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    const panel = await tab.panel(at.words('work.notesHeading'));
    const [toDo, title] = [newCanary(), newCanary()];
    const titled = await tab.panel(at.words('titles.heading'));
    await tab.fill(at.required('titles.title'), title, titled);
    await at.send(titled, 'titles.save', 'titles.saved');
    const dueOn = (days: number) => addDays(toDay(unit.bot.clock.now(), 'Europe/London'), days);
    await tab.check(at.words('log.task'), panel);
    await tab.fill(at.required('log.task'), toDo, panel);
    await tab.fill(at.required('log.due'), dueOn(3), panel);
    await tab.choose(at.optional('log.person'), at.words('who.me', { name: 'Handler One' }), panel);
    await at.send(panel, 'log.send', 'log.saved');
    const words = { for: 'handlers', sealed: createSealText(newCanary()) } as const;
    const colleague = unit.bot.tab(unitPeople.second);
    const person = unitPeople.handler.objectId;
    const other = { caseId: closed, request: newRequestId(), dueOn: dueOn(1), person, words };
    await colleague.call('case.addTask', other);

    await tab.press(at.words('today.heading'));
    const tasks = tab.tab.getByRole('list', { name: at.words('tasks.heading') });
    await tasks.getByText(toDo).waitFor();
    await tasks.getByText(title).waitFor();
    const items = (await tasks.getByRole('listitem').allInnerTexts()).filter((text) =>
      [opened, closed].some((caseId) => text.includes(formatCaseId(caseId))),
    );
    expect(items.map((text) => text.includes(toDo))).toEqual([false, true]);
    await tasks.getByText(at.words('tasks.closed')).first().waitFor();
    await checkEveryTheme(tab, `${language}-my-tasks`);
    for (const canary of [toDo, title]) {
      for (const { url, body } of tab.traffic) expect(`${url} ${body}`).not.toContain(canary);
      expectSealed(canary);
    }

    await colleague.call('case.finishTask', {
      caseId: closed,
      request: newRequestId(),
      task: digestOfSeal(words.sealed),
    });
    await tab.press(at.words('today.refresh'));
    await tasks.getByText(formatCaseId(closed)).waitFor({ state: 'detached' });
    await tab.press(at.words('keys.lock'));
    await tasks.getByText(toDo).waitFor({ state: 'detached' });
    await tasks.getByText(title).waitFor({ state: 'detached' });
    await tab.press(at.words('case.heading', { reference: formatCaseId(opened) }), tasks);
    await tab.see(at.words('case.workHeading'));
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});

describe('the decision log in an export', () => {
  it('leaves with the whole of a case only where that was ticked, and is checked against the history', async () => {
    const caseId = await newCase();
    const tab = await unit.open(unitPeople.handler, { subPage: `case:${caseId}` });
    const at = createCaseDriver(tab, 'en');
    await tab.see(at.words('case.workHeading'));
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    const panel = await tab.panel(at.words('work.notesHeading'));
    const canary = newCanary();
    await tab.check(at.words('log.decision'), panel);
    await tab.fill(at.required('log.decision'), canary, panel);
    await tab.fill(at.optional('log.happened'), '2026-02-03', panel);
    await at.send(panel, 'log.send', 'log.saved');
    await at.take();

    // Sealed to a key that nobody here has: it is missing from the log, with its place.
    await appendEntries(unit.bot.store(), caseId, [longCaseNote(unit.bot.clock.now().toISOString())]);
    const leaving = await tab.panel(at.words('case.exportHeading'));
    await tab.press(at.words('case.exportOpen'), leaving);
    const exported = async (withLog: boolean) => {
      await tab.check(at.words('exports.whatWhole'), leaving);
      if (withLog) await tab.check(at.words('logged.add'), leaving);
      await tab.choose(at.required('exports.place'), at.words('status.placeIopc'), leaving);
      await tab.fill(at.required('exports.remark'), 'For the tribunal', leaving);
      await at.send(leaving, 'exports.send', 'exports.saved');
      const said = withLog ? 'exports.filesWholeLog' : 'exports.filesWhole';
      await tab.see(at.words(said, { name: `candour-${caseId}-WHOLE` }));
      expect(await tab.violations()).toEqual([]);
      await tab.picture(withLog ? 'en-exported-log' : 'en-exported-whole', 'whole');
      const save = async (key: 'exports.saveJson' | 'exports.savePdf') => {
        const [file] = await Promise.all([tab.page.waitForEvent('download'), tab.press(at.words(key))]);
        return { name: file.suggestedFilename(), path: await file.path() };
      };
      const [json, pdf] = [await save('exports.saveJson'), await save('exports.savePdf')];
      expect([json.name, pdf.name]).toEqual([`candour-${caseId}-WHOLE.json`, `candour-${caseId}-WHOLE.pdf`]);
      const publicKey = signing.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
      const lines: string[] = [];
      const code = await verifyExportCommand(
        (line) => lines.push(line),
        [json.path, '--pdf', pdf.path, '--public-key', publicKey],
      );
      expect({ code, wrong: lines.filter((line) => line.startsWith('NO')) }).toEqual({ code: 0, wrong: [] });
      const { content } = exportedCaseSchema.parse(JSON.parse(await readFile(json.path, 'utf8')));
      const { pages } = await parsePdf(await readFile(pdf.path));
      return { log: content.what === 'whole' ? content.log : undefined, read: pages.flat().join(' '), lines };
    };

    const bare = await exported(false);
    expect(bare.log).toBeUndefined();
    expect(bare.read).not.toContain(canary);
    // What others wrote since is opened first.
    await tab.check(at.words('exports.whatWhole'), leaving);
    await tab.check(at.words('logged.add'), leaving);
    await tab.press(at.words('exports.send'), leaving);
    await tab.see(at.words('logged.openAgain'));
    await tab.press(at.words('case.openAgain'));
    await tab.see(at.words('logged.missing', { count: 1, places: '6' }).slice(0, 40));

    const full = await exported(true);
    expect(full.log?.entries.map(({ kind, name, text }) => [kind, name, text])).toEqual([
      ['decided', 'Handler One', canary],
      ['exported', 'Handler One', 'For the tribunal'],
    ]);
    expect(full.log?.missing).toHaveLength(1);
    expect(full.log?.entries.map(({ happenedOn }) => happenedOn)).toEqual(['2026-02-03', undefined]);
    expect(full.read).toContain(canary);
    expect(full.read).toContain('It happened on 3 February 2026.');
    expect(full.read).toMatch(/Chronology 3 February 2026: entry \d+, Decision/u);
    expect(full.lines.join('\n')).toMatch(/did not open: 1 \(\d+\)/u);
    expect((await unit.bot.store().history.readAll(caseId)).at(-1)?.detail).toMatchObject({ what: 'whole', log: true });
    await tab.see(/with its decision log/u);
    expectSealed(canary);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});
