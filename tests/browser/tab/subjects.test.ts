import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type CaseId, formatCaseId } from '../../../core/model/case-id.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { keyGenerationId } from '../../../core/model/public-keys.ts';
import { recipientFromIdentitySync } from '../../../crypto/node/hybrid-recipient.ts';
import { sealSubjectCard, deriveSubjectCardsKey } from '../../../crypto/subject-card-encryption.ts';
import { type CaseDriver, createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { newCaseId } from '../../support/contracts/records.ts';
import type { TokenSubject } from '../../fakes/entra.ts';
import { readBrowserStorage } from '../../support/browser/tab/browser-storage.ts';
import { assertAbsent, assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { tenantId } from '../../support/journeys/bot-settings.ts';
import { generateForce, generateCards, createSeededRandom } from '../../support/subjects/generated-people.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();

async function newCase(who?: string): Promise<CaseId> {
  const { teams, report } = await newReporter(unit.bot);
  await sendFullReport({ teams }, who === undefined ? report : { ...report, who });
  return (await readSavedCase(unit.bot, teams.card())).record.caseId;
}

interface Seat {
  readonly tab: TabPage;
  readonly at: CaseDriver;
}

/** The page in each theme, in each of which axe finds nothing. */
async function inEachTheme(tab: TabPage, name: string): Promise<void> {
  for (const theme of ['dark', 'contrast', 'default'] as const) {
    await tab.changeTheme(theme);
    expect({ name, theme, violations: await tab.violations() }).toEqual({ name, theme, violations: [] });
    await tab.picture(theme === 'default' ? name : `${name}-${theme}`, 'whole');
  }
}

/** Somebody at a case whose report is open. */
async function sitsAt(
  caseId: CaseId,
  language: 'en' | 'cy' = 'en',
  width = 1280,
  as: TokenSubject = unitPeople.handler,
): Promise<Seat> {
  const tab = await unit.open(as, { subPage: `case:${caseId}`, locale: localeByLanguage[language], width });
  const at = createCaseDriver(tab, language);
  await tab.see(at.words('case.workHeading'));
  await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
  await at.openReport();
  return { tab, at };
}

/** Writes down whom a report is about, and saves it. */
async function writeCard({ tab, at }: Seat, number: string, surname: string) {
  const panel = await tab.panel(at.words('subjects.heading'));
  await tab.fill(at.words('subjects.numbers'), number, panel);
  await tab.fill(at.words('subjects.surname'), surname, panel);
  await at.send(panel, 'subjects.send', 'subjects.saved');
  return panel;
}

/** Fills a card in with what is recognised in an answer, and saves it. */
async function useProposal({ tab, at }: Seat): Promise<void> {
  const panel = await tab.panel(at.words('subjects.heading'));
  await tab.press(at.words('subjects.proposalUse'), panel);
  await at.send(panel, 'subjects.send', 'subjects.saved');
}

const kindsIn = async (caseId: CaseId) => (await unit.bot.store().history.readAll(caseId)).map(({ kind }) => kind);

describe('who it is about, at the tab', () => {
  it('is written down, found again in another case, looked at in both, and linked', async () => {
    const canary = newCanary();
    const [first, second, third] = [await newCase(), await newCase(), await newCase()];
    const one = await sitsAt(first);
    const empty = await writeCard(one, '1234', canary);
    await one.tab.see(one.at.words('subjects.foundHeading', { count: 0 }));
    expect(await one.tab.violations()).toEqual([]);
    await one.tab.see(one.at.words('subjects.gradeFirst'));
    expect(await empty.getByLabel(one.at.words('subjects.surname')).inputValue()).toBe(canary);
    await one.tab.close();

    const two = await sitsAt(second);
    await writeCard(two, 'PC 1234', canary);
    await two.tab.see(two.at.words('subjects.foundHeading', { count: 1 }));
    const reference = formatCaseId(first);
    await two.tab.see(`${reference}: ${two.at.words('subjects.strong')}`);
    expect(await two.tab.violations()).toEqual([]);
    await two.tab.picture('en-subjects', 'whole');
    // Nothing can be decided before both reports were read.
    await two.tab.button(two.at.words('subjects.link', { reference })).waitFor({ state: 'detached' });
    await two.tab.press(two.at.words('subjects.openOther', { reference }));
    await two.tab.press(two.at.words('subjects.link', { reference }));
    await two.tab.see(two.at.words('work.linkSaved'));
    await two.tab.see(two.at.words('subjects.foundHeading', { count: 0 }));
    expect(await kindsIn(second)).toContain('linked');
    expect(await kindsIn(first)).toEqual(expect.arrayContaining(['subjectsKept', 'consulted', 'linked']));
    await two.tab.close();

    const three = await sitsAt(third, 'cy', 400);
    await writeCard(three, '1234', canary);
    await three.tab.see(three.at.words('subjects.foundHeading', { count: 2 }));
    // The server's clock stands still: a person's turns come back.
    unit.bot.clock.forward(60_000);
    const shown = three.tab.tab.getByRole('region', { name: new RegExp(formatCaseId(second), 'u') });
    await three.tab.press(three.at.words('subjects.openOther', { reference: formatCaseId(second) }), shown);
    await shown.getByRole('textbox').fill(`${canary} reason`);
    await three.tab.press(three.at.words('subjects.notSame'), shown);
    await three.tab.see(three.at.words('subjects.foundHeading', { count: 1 }));
    await three.tab.see(three.at.words('subjects.notSameHeading'));
    expect(await three.tab.violations()).toEqual([]);
    await three.tab.picture('cy-subjects-narrow', 'whole');
    expect(await kindsIn(third)).toContain('notSame');
    for (const { tab } of [one, two, three]) {
      expect(unexpectedErrors(tab)).toEqual([]);
      const wire = tab.traffic.map(({ url, body, answer }) => `${url} ${body} ${answer}`).join('\n');
      assertAbsent('what went over the wire', wire, [canary]);
      assertAbsent('the console', tab.console.join('\n'), [canary]);
    }
    assertAbsent('the log', unit.bot.log.join('\n'), [canary]);
    assertAbsentOnDisk(unit.bot.folder, [canary]);
    await three.tab.close();
  });

  it('waits with weak matches for the grading, and lets a second person alone take back that they are not the same', async () => {
    const [first, second] = [await newCase('Ffion Pritchard'), await newCase('Ffion Pritchard')];
    const one = await sitsAt(first);
    await useProposal(one);
    await one.tab.close();

    const two = await sitsAt(second, 'en', 1600);
    const { tab, at } = two;
    await at.acknowledge();
    await useProposal(two);
    await tab.see(at.words('subjects.gradeFirst'));
    await tab.see(at.words('subjects.foundHeading', { count: 0 }));
    await at.triage();
    const reference = formatCaseId(first);
    await tab.see(`${reference}: ${at.words('subjects.weak')}`);
    await tab.press(at.words('subjects.openOther', { reference }));
    await tab.button(at.words('subjects.link', { reference })).waitFor();
    await inEachTheme(tab, 'en-subjects-weak');
    const shown = tab.tab.getByRole('region', { name: new RegExp(reference, 'u') });
    await shown.getByRole('textbox').fill('Two people of one name');
    await tab.press(at.words('subjects.notSame'), shown);
    await tab.see(at.words('subjects.notSameSaved'));
    expect(unexpectedErrors(tab)).toEqual([]);
    const mine = await tab.panel(at.words('subjects.heading'));
    await mine.getByLabel(new RegExp(at.words('subjects.reviseReason', { reference }), 'u')).fill('My own doubt');
    await tab.press(at.words('subjects.revise'), mine);
    await tab.see(at.words('refusal.ownWork'));
    await tab.close();

    await (await sitsAt(first, 'en', 1280, unitPeople.second)).tab.close();
    const other = await sitsAt(second, 'cy', 320, unitPeople.second);
    const panel = await other.tab.panel(other.at.words('subjects.heading'));
    await panel
      .getByLabel(new RegExp(other.at.words('subjects.reviseReason', { reference }), 'u'))
      .fill('Yr un person');
    await inEachTheme(other.tab, 'cy-subjects-taken-back');
    await other.tab.press(other.at.words('subjects.revise'), panel);
    await other.tab.see(other.at.words('subjects.reviseSaved'));
    expect(await kindsIn(second)).toEqual(expect.arrayContaining(['notSame', 'notSameRevised']));
    await other.tab.press(other.at.words('subjects.compare'), panel);
    await other.tab.see(`${reference}: ${other.at.words('subjects.weak')}`);
    expect(unexpectedErrors(other.tab)).toEqual([]);
    await other.tab.close();
  });

  it('is compared by its earlier cards as well, until two people have withdrawn one as wrong', async () => {
    const canary = newCanary();
    const [first, second] = [await newCase(), await newCase()];
    const one = await sitsAt(first);
    await writeCard(one, '5678', canary);
    await one.tab.close();

    const { tab, at } = await sitsAt(second);
    await writeCard({ tab, at }, '5678', canary);
    await writeCard({ tab, at }, '9999', 'Somebody-Else');
    await tab.see(at.words('subjects.foundHeading', { count: 1 }));
    await tab.see(at.words('subjects.ownFormer'));
    await tab.see(at.words('subjects.thisCase', { version: 1 }));
    const panel = await tab.panel(at.words('subjects.heading'));
    const who = at.words('who.me', { name: 'Handler One' });
    await tab.press(at.words('subjects.withdrawAsk'), panel);
    await tab.see(at.words('subjects.wrongCardNeeded'));
    await tab.choose(at.required('subjects.wrongCard'), at.words('subjects.cardBy', { version: 1, who }), panel);
    await panel.getByLabel(at.required('work.reason')).fill(`${canary} is another sergeant`);
    await at.send(panel, 'subjects.withdrawAsk', 'subjects.withdrawAsked');
    await tab.see(at.words('subjects.withdrawOwn'));
    expect(await tab.violations()).toEqual([]);
    // The server's clock stands still: a person's turns come back.
    unit.bot.clock.forward(60_000);
    // It matches until somebody else agrees, and the page is left with the focus where it said so.
    expect(await tab.tab.evaluate(() => document.activeElement?.textContent)).toBe(at.words('subjects.cardsHeading'));
    await tab.press(at.words('subjects.compare'), panel);
    await tab.see(at.words('subjects.foundHeading', { count: 1 }));
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();

    const other = await sitsAt(second, 'cy', 320, unitPeople.second);
    const theirs = await other.tab.panel(other.at.words('subjects.heading'));
    await other.tab.see(`${canary} is another sergeant`);
    await inEachTheme(other.tab, 'cy-subjects-withdrawing');
    await other.tab.press(other.at.words('subjects.withdraw', { version: 1 }), theirs);
    await other.tab.see(other.at.words('subjects.withdrawDone'));
    await other.tab.see(other.at.words('subjects.cardWithdrawn'));
    await other.tab.press(other.at.words('subjects.compare'), theirs);
    await other.tab.see(other.at.words('subjects.foundHeading', { count: 0 }));
    expect(await other.tab.violations()).toEqual([]);
    expect(unexpectedErrors(other.tab)).toEqual([]);
    for (const seat of [tab, other.tab]) {
      const wire = seat.traffic.map(({ url, body, answer }) => `${url} ${body} ${answer}`).join('\n');
      assertAbsent('what went over the wire', wire, [canary]);
      assertAbsent('the console', seat.console.join('\n'), [canary]);
    }
    assertAbsentOnDisk(unit.bot.folder, [canary]);
    await other.tab.close();
  });

  it('says where it may be about somebody who handles cases, and keeps no name in the browser', async () => {
    // Whoever has come to the tab with the role is known by name.
    const known = await unit.open(unitPeople.second);
    await known.see(createCaseDriver(known, 'en').words('list.heading'));
    await known.close();
    const seat = await sitsAt(await newCase('PC Handler Two, response team'));
    await useProposal(seat);
    await seat.tab.see(seat.at.words('subjects.handler', { names: 'Handler Two' }));
    expect(await readBrowserStorage(seat.tab)).not.toContain('Handler Two');
    await seat.tab.close();
    const self = await sitsAt(await newCase('PC Handler One'));
    await useProposal(self);
    await self.tab.see(self.at.words('subjects.maybeYou'));
    await self.tab.close();
  });

  it('keeps what was typed while the key is locked, and shows nothing of it until the report is open again', async () => {
    const seat = await sitsAt(await newCase());
    const { tab, at } = seat;
    const panel = await tab.panel(at.words('subjects.heading'));
    await tab.fill(at.words('subjects.surname'), 'Typed-And-Not-Saved', panel);
    await tab.press(at.words('keys.lock'));
    await tab.see(at.words('subjects.typedStays'));
    expect(await tab.tab.content()).not.toContain('Typed-And-Not-Saved');
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    expect(await panel.getByLabel(at.words('subjects.surname')).inputValue()).toBe('Typed-And-Not-Saved');
    await at.send(panel, 'subjects.send', 'subjects.saved');
    await tab.close();
  });

  it('is compared with 10,000 cards beside the page, which says how long it took', async () => {
    const [identity = ''] = unit.bot.identities.acu;
    const generation = keyGenerationId(recipientFromIdentitySync(identity));
    const key = await deriveSubjectCardsKey(identity, { tenantId, group: 'acu' });
    const chance = createSeededRandom(23);
    const by = toPersonId('a-handler');
    const made = generateCards(10_000, generateForce(1_549, chance), chance);
    const cards = await Promise.all(
      made.map(async ({ card: { subjects } }) => {
        const caseId = newCaseId();
        const place = { tenantId, caseId, version: 1, by, generation };
        const sealed = await sealSubjectCard(key, { v: 1, subjects }, place);
        return { caseId, card: { sealed, version: 1, by, generation } };
      }),
    );
    const { tab, at } = await sitsAt(await newCase());
    await tab.page
      .context()
      .route('**/api/tab/subjects.cards', (route) => route.fulfill({ json: { cards, tenantId, handledBy: 'acu' } }));
    await tab.tab.evaluate(() => {
      globalThis.Worker = class extends Worker {
        override postMessage(message: unknown, given?: object): void {
          const began = performance.now();
          this.addEventListener('message', () => {
            document.documentElement.dataset['compared'] = `${Math.round(performance.now() - began)}`;
          });
          super.postMessage(message, given);
        }
      };
    });
    const [number = ''] = made.flatMap(({ card }) => card.subjects[0]?.numbers ?? []);
    await writeCard({ tab, at }, number, 'Jones');
    await tab.tab.locator('html[data-compared]').waitFor();
    await tab.see(/May be about the same person as \d+ other concerns?/u);
    const took = await tab.tab.locator('html').getAttribute('data-compared');
    process.stdout.write(`  10,000 sealed cards opened and compared in Chromium: ${took ?? ''} ms\n`);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});
