import { generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyExportCommand } from '../../../cli/verify-export.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { closingAnswerWords } from '../../../words/closing-messages.ts';
import type { TokenSubject } from '../../fakes/entra.ts';
import { translate } from '../../../words/tab/translate.ts';
import { approveClosing } from '../../support/journeys/approve-closing.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { parseCardCode, readSavedCase } from '../../support/journeys/saved-case.ts';
import { type CaseDriver, createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { checkEveryTheme } from '../../support/browser/tab/theme-pictures.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { parsePdf } from '../../support/tab/parse-pdf.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage, startUnit, type Unit, unitPeople } from '../../support/browser/tab/unit.ts';

const signing = generateKeyPairSync('ed25519');
const { handler, second } = unitPeople;
let unit: Unit;
beforeAll(async () => {
  const key = signing.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  unit = await startUnit({ EXPORT_SIGNING_KEY: key });
  // Whoever has come to the tab with a role is known from then on.
  for (const who of [handler, second]) await (await unit.open(who)).see('Cases');
});
afterAll(() => unit.stop());

async function newCase(): Promise<{ readonly caseId: CaseId; readonly code: string; readonly canary: string }> {
  const { teams, report, canary } = await newReporter(unit.bot);
  await sendFullReport({ teams }, report);
  const { record } = await readSavedCase(unit.bot, teams.card());
  return { caseId: record.caseId, code: parseCardCode(teams.card()), canary };
}

/** Somebody at the page of a case, with the unit's key open where they want it. */
async function sitsAt(
  caseId: CaseId,
  who: TokenSubject,
  { unlocked = true } = {},
): Promise<{ readonly tab: TabPage; readonly at: CaseDriver }> {
  const tab = await unit.open(who, { subPage: `case:${caseId}` });
  const at = createCaseDriver(tab, 'en');
  await tab.see(at.words('case.workHeading'));
  if (unlocked) {
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
  }
  return { tab, at };
}

const downloaded = async (tab: TabPage, button: string): Promise<string> => {
  const [download] = await Promise.all([tab.page.waitForEvent('download'), tab.press(button)]);
  return download.path();
};
const standing = async (caseId: CaseId) => (await unit.bot.store().cases.read(caseId))?.value;
const kindsIn = async (caseId: CaseId) => (await unit.bot.store().history.readAll(caseId)).map(({ kind }) => kind);

describe('two people at one case', () => {
  it('do not write over each other: the second is told what changed, and loses nothing typed', async () => {
    const { caseId } = await newCase();
    const [one, two] = [await sitsAt(caseId, handler), await sitsAt(caseId, second)];
    await one.at.acknowledge();
    await two.tab.press(two.at.words('case.refresh'));
    await two.tab.see(two.at.words('status.acknowledged'));
    const panel = await two.tab.panel(two.at.words('work.triageHeading'));
    await two.tab.choose(two.at.required('work.category'), two.at.words('status.categoryAssociation'), panel);
    await two.tab.press(two.at.words('work.proposalUse'), panel);
    await two.tab.check(two.at.words('status.handlingP'), panel);
    await two.tab.check(two.at.words('status.regimeGeneral'), panel);
    await two.tab.fill(two.at.optional('work.note'), 'A note that must not be lost', panel);
    await one.at.triage();
    await two.tab.press(two.at.words('work.triageSend'), panel);
    await two.tab.see(two.at.words('case.movedHeading'));
    await two.tab.see(/Handler One triaged the case: Sexual misconduct/u);
    await two.tab.see(/: it was “nothing recorded”, and is now “Sexual misconduct”/u);
    expect(await two.tab.violations()).toEqual([]);
    await two.tab.picture('en-moved');
    expect(await panel.getByRole('textbox').inputValue()).toBe('A note that must not be lost');
    expect(await standing(caseId)).toMatchObject({ nationalCategory: 'sexualMisconduct' });
    await two.tab.press(two.at.words('work.triageSend'), panel);
    await two.tab.see(two.at.words('work.triageSaved'));
    expect(await standing(caseId)).toMatchObject({ nationalCategory: 'association', regime: 'general' });
    await one.tab.close();
    await two.tab.close();
  });

  it('write, warn of and sign off a sanitised text, and only then does it leave, signed', async () => {
    const { caseId, canary } = await newCase();
    const one = await sitsAt(caseId, handler);
    await one.at.acknowledge();
    await one.at.triage();
    const writing = await one.tab.panel(one.at.words('sanitised.heading'));
    const area = writing.getByLabel(one.at.required('sanitised.text'));
    await area.fill('I saw it at 23:15, and only I was there. A colleague, Sergeant Example, visits a witness.');
    await one.tab.see(/“only I”/u);
    await one.tab.see(/an exact time/u);
    expect(await one.tab.violations()).toEqual([]);
    await one.tab.picture('en-sanitised-warnings', 'whole');
    await area.fill('An officer visits a witness at home without a policing reason.');
    await one.tab.see(one.at.words('sanitised.tellingHeading', { count: 0 }));
    await one.at.send(writing, 'sanitised.send', 'sanitised.saved');
    await one.tab.see(one.at.words('sanitised.signOwn'));

    const two = await sitsAt(caseId, second);
    const reading = await two.tab.panel(two.at.words('sanitised.heading'));
    await two.tab.see('An officer visits a witness at home without a policing reason.');
    await two.at.send(reading, 'sanitised.signSend', 'sanitised.signSaved');

    const leaving = await two.tab.panel(two.at.words('case.exportHeading'));
    await two.tab.press(two.at.words('case.exportOpen'), leaving);
    await two.tab.check(two.at.words('exports.whatSanitised'), leaving);
    await two.tab.choose(two.at.required('exports.place'), two.at.words('status.placeCaseSystem'), leaving);
    await two.tab.fill(two.at.required('exports.remark'), 'For the case system', leaving);
    await two.at.send(leaving, 'exports.send', 'exports.saved');
    expect(await two.tab.violations()).toEqual([]);
    await two.tab.picture('en-exported', 'whole');
    await two.tab.see(two.at.words('exports.filesSanitised', { name: `candour-${caseId}-SANITISED` }));
    const file = await downloaded(two.tab, two.at.words('exports.saveJson'));
    const pdf = await downloaded(two.tab, two.at.words('exports.savePdf'));
    const publicKey = signing.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    const said: string[] = [];
    const code = await verifyExportCommand((line) => said.push(line), [file, '--pdf', pdf, '--public-key', publicKey]);
    expect({ code, wrong: said.filter((line) => line.startsWith('NO')) }).toEqual({ code: 0, wrong: [] });
    expect(await parsePdf(await readFile(pdf))).toMatchObject({ isTagged: true, unmarked: [] });
    const text = await readFile(file, 'utf8');
    expect(text).toContain('without a policing reason');
    expect(text).not.toContain(canary);
    expect(await kindsIn(caseId)).toEqual(expect.arrayContaining(['sanitised', 'sanitisedSigned', 'exported']));
    expect([...unexpectedErrors(one.tab), ...unexpectedErrors(two.tab)]).toEqual([]);
    await one.tab.close();
    await two.tab.close();
  });

  it('erase it only together, and a tombstone remains', async () => {
    const { caseId, code } = await newCase();
    const one = await sitsAt(caseId, handler);
    const asking = await one.tab.panel(one.at.words('retention.erasureHeading'));
    await one.tab.see(one.at.words('retention.gateClosed'));
    await one.at.acknowledge();
    await one.at.triage();
    await one.at.decideReferral();
    await approveClosing(unit.bot.tab(second), caseId, 'noFurtherAction');
    await one.tab.press(one.at.words('case.refresh'));
    const closing = await one.tab.panel(one.at.words('work.closeHeading'));
    await one.tab.press(one.at.words('case.openAgain'), closing);
    await one.at.close('status.outcomeNone', closingAnswerWords.withheld.en);
    await one.tab.choose(one.at.required('retention.reasonCode'), one.at.words('status.erasureError'), asking);
    await one.tab.fill(one.at.required('work.reason'), 'Made by mistake', asking);
    await one.at.send(asking, 'retention.erasureAsk', 'retention.erasureAsked');
    await one.tab.see(one.at.words('retention.erasureOwn'));
    const two = await sitsAt(caseId, second, { unlocked: false });
    await two.tab.see(/Handler One asked on/u);
    const deciding = await two.tab.panel(two.at.words('retention.erasureHeading'));
    // The button waits until they have opened the reason.
    await deciding.getByText(two.at.words('retention.gateReason')).waitFor();
    expect(await deciding.getByRole('button', { name: two.at.words('retention.erasureSend') }).count()).toBe(0);
    const inWelsh = await unit.open(second, { subPage: `case:${caseId}`, locale: localeByLanguage.cy });
    await inWelsh.see(translate('cy', 'retention.gateReason'));
    await checkEveryTheme(two.tab, 'en-erasure-waits');
    await checkEveryTheme(inWelsh, 'cy-erasure-waits');
    await inWelsh.close();
    await two.at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await two.at.openReport();
    await deciding.getByText('Made by mistake').waitFor();
    // Once the key is locked the reason is hidden, and the button waits again.
    await two.tab.press(two.at.words('keys.lock'));
    await deciding.getByText(two.at.words('retention.gateReason')).waitFor();
    expect(await deciding.getByRole('button', { name: two.at.words('retention.erasureSend') }).count()).toBe(0);
    await two.at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await two.at.openReport();
    await deciding.getByText('Made by mistake').waitFor();
    await two.tab.check(two.at.words('retention.erasureConfirm'), deciding);
    await two.tab.press(two.at.words('retention.erasureSend'), deciding);
    await two.tab.see(/was erased on/u);
    expect(await two.tab.violations()).toEqual([]);
    await two.tab.picture('en-erased');
    // Nor does this page keep the words that it had opened, or find them.
    for (const text of ['Made by mistake', 'Looked at, and none is needed'])
      expect(await two.tab.tab.getByText(text).count()).toBe(0);
    await two.tab.see(two.at.words('case.erasedFor'));
    await two.tab.press(two.at.words('search.heading'));
    await two.tab.see(two.at.words('search.nothingOpen'));
    expect(await standing(caseId)).toMatchObject({
      sealedReport: '',
      status: 'closed',
      // A digest, by which whoever holds the code still learns of it.
      mailboxRecipient: expect.stringMatching(/^[\w-]{43}$/u),
      erasedFor: 'inError',
    });

    const { teams } = await newReporter(unit.bot);
    await teams.press('comeBack');
    teams.fill('code', code);
    await teams.press('next');
    expect(teams.card().text).toContain('Your report has been erased');
    await one.tab.close();
    await two.tab.close();
  });

  it('part where one knows the person: out at once, with no row, no search hit and nothing on an open page', async () => {
    const [{ caseId, canary }, other] = [await newCase(), await newCase()];
    const one = await sitsAt(caseId, handler);
    const two = await sitsAt(caseId, second);
    await one.tab.press(one.at.words('work.conflictOpen'));
    await one.tab.see(one.at.words('work.conflictKnown'));
    expect(await one.tab.violations()).toEqual([]);
    await one.tab.picture('en-conflict');
    await one.tab.press(one.at.words('work.conflictSend'));
    await one.tab.see(one.at.words('case.outText'));
    expect(await one.tab.tab.locator('body').innerText()).not.toContain(canary);
    await one.tab.picture('en-out');
    await one.tab.press(one.at.words('case.back'));
    await one.tab.see(one.at.words('list.heading'));
    await one.tab.settle();
    expect(await one.tab.tab.locator(`[data-case="${caseId}"]`).count()).toBe(0);
    await one.tab.fill(one.at.words('list.find'), caseId);
    await one.tab.press(one.at.words('list.findButton'));
    await one.tab.see(one.at.words('list.noneFound'));

    // Shut out by a colleague while the page is open: the next thing that they ask for is refused, and the page is empty.
    const there = await sitsAt(other.caseId, handler);
    await two.tab.press(two.at.words('case.back'));
    await two.at.openFromList(other.caseId);
    const shutting = await two.tab.panel(two.at.words('work.excludeHeading'));
    await two.tab.choose(two.at.required('work.excludePerson'), 'Handler One', shutting);
    await two.tab.check(two.at.words('work.excludeConfirm'), shutting);
    await two.tab.press(two.at.words('work.excludeSend'), shutting);
    await two.tab.see(two.at.words('work.reasonNeeded'));
    await two.tab.fill(two.at.required('work.reserveReason'), 'It is about him', shutting);
    await two.at.send(shutting, 'work.excludeSend', 'work.excludeSaved');
    await there.tab.press(there.at.words('case.refresh'));
    await there.tab.see(there.at.words('case.refusedText'));
    expect(await there.tab.tab.locator('body').innerText()).not.toContain(other.canary);
    for (const { tab } of [one, two, there]) await tab.close();
  });

  it('read each other’s notes, but not what somebody wrote for themselves', async () => {
    const { caseId } = await newCase();
    const one = await sitsAt(caseId, handler);
    const notes = await one.tab.panel(one.at.words('work.notesHeading'));
    await one.tab.fill(one.at.required('work.notesText'), 'For everybody here', notes);
    await one.at.send(notes, 'work.notesSend', 'work.notesSaved');
    await one.tab.check(one.at.words('work.notesForSelf'), notes);
    await one.tab.fill(one.at.required('work.notesText'), 'For myself', notes);
    await one.tab.press(one.at.words('work.notesSend'), notes);
    // Without a key of their own there is nothing that only they can open: nothing is sent, and nothing is lost.
    await one.tab.see(one.at.words('case.sealOwnKey'));
    expect(await notes.locator('textarea').inputValue()).toBe('For myself');
    const two = await sitsAt(caseId, second);
    await two.tab.see('For everybody here');
    await two.tab.press(two.at.words('keys.lock'));
    await two.tab.settle();
    expect(await two.tab.tab.locator('body').innerText()).not.toContain('For everybody here');
    await one.tab.close();
    await two.tab.close();
  });
});
