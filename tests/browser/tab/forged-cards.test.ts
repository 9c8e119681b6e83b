import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type CaseId, formatCaseId } from '../../../core/model/case-id.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { digestOfSeal } from '../../../core/model/digests.ts';
import { appendEvent } from '../../../core/model/event-record.ts';
import { keyGenerationId } from '../../../core/model/public-keys.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import type { StoredSubjectCard, Subject } from '../../../core/model/subject-card.ts';
import { recipientFromIdentitySync } from '../../../crypto/node/hybrid-recipient.ts';
import { deriveSubjectCardsKey, sealSubjectCard } from '../../../crypto/subject-card-encryption.ts';
import { type CaseDriver, createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { unitPeople } from '../../support/browser/tab/unit.ts';
import { tenantId } from '../../support/journeys/bot-settings.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { newRequestId } from '../../support/journeys/tab-client.ts';
import { createSealedCard } from '../../support/subjects/sealed-cards.ts';
import { createSubjectCard } from '../../support/subjects/subject-cards.ts';
import type { TokenSubject } from '../../fakes/entra.ts';

const unit = setUpUnit({ PERSON_GROUPS: 'yes' });
const handler = toPersonId(unitPeople.handler.objectId);
const person = { numbers: ['7788'], surname: 'Protheroe' };

interface Seat {
  readonly tab: TabPage;
  readonly at: CaseDriver;
}

async function newCase(): Promise<CaseId> {
  const { teams, report } = await newReporter(unit.bot);
  await sendFullReport({ teams }, report);
  return (await readSavedCase(unit.bot, teams.card())).record.caseId;
}

/** Has a handler save the next card of a case, as their page does. */
async function saveCard(caseId: CaseId, ...people: readonly Partial<Subject>[]): Promise<StoredSubjectCard> {
  const [identity = ''] = unit.bot.identities.acu;
  const generation = keyGenerationId(recipientFromIdentitySync(identity));
  const key = await deriveSubjectCardsKey(identity, { tenantId, group: 'acu' });
  const record = await read(caseId);
  const version = (record.subjectCard?.version ?? 0) + 1;
  const place = { tenantId, caseId, version, by: handler, generation };
  const sealed = await sealSubjectCard(key, createSubjectCard(...people, person), place);
  await unit.bot.tab({ objectId: handler }).call('case.keepSubjects', {
    caseId,
    request: newRequestId(),
    revision: record.revision,
    card: { sealed, version, generation },
    ...(record.subjectCard && { replaces: digestOfSeal(record.subjectCard.sealed) }),
  });
  return { sealed, version, generation, by: handler };
}

async function stored(caseId: CaseId) {
  const found = await unit.bot.store().cases.read(caseId);
  if (found === undefined) throw new Error('there is no such case');
  return found;
}
const read = async (caseId: CaseId): Promise<CaseRecord> => (await stored(caseId)).value;

/** Puts other fields into a case's row, past the product. */
async function tamper(caseId: CaseId, put: Partial<CaseRecord>): Promise<void> {
  const found = await stored(caseId);
  const value = { ...found.value, ...put };
  expect(await unit.bot.store().cases.change({ case: { ...found, value }, events: [] })).not.toBe('conflict');
}

/** Puts an entry into a case's history, past the product, that people on two cards were confirmed to be one. */
async function forgeConfirmation(caseId: CaseId, other: CaseId, isRehashed: boolean): Promise<void> {
  const { store } = unit.bot;
  const found = await stored(caseId);
  const of = async (its: CaseId) => digestOfSeal((await read(its)).subjectCard?.sealed ?? '');
  const [last] = await store().history.entries(caseId, { last: 1 });
  const forged = {
    kind: 'samePerson',
    by: { objectId: handler },
    at: unit.bot.clock.now().toISOString(),
    link: { other, salt: 'salt' },
  } as const;
  const detail = { of: await of(caseId), position: 0, ofOther: await of(other), positionOther: 0 };
  const before = { record: found.value, last };
  const { record, event } = isRehashed
    ? appendEvent(found.value, { ...forged, detail }, before)
    : appendEvent(found.value, { ...forged, detail: { ...detail, position: 1 } }, before);
  const events = [isRehashed ? event : { ...event, detail }];
  expect(await store().cases.change({ case: { ...found, value: record }, events })).not.toBe('conflict');
}

async function sitsAt(caseId: CaseId, as: TokenSubject = unitPeople.handler): Promise<Seat> {
  // A person's turns come back: this is more than one does at once.
  unit.bot.clock.forward(60_000);
  const tab = await unit.open(as, { subPage: `case:${caseId}` });
  const at = createCaseDriver(tab, 'en');
  await tab.see(at.words('case.workHeading'));
  await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
  await at.openReport();
  return { tab, at };
}

/** Compares this case's card again, and waits until the page says how many others were found. */
async function compare({ tab, at }: Seat, count: number): Promise<void> {
  unit.bot.clock.forward(60_000);
  const panel = await tab.panel(at.words('subjects.heading'));
  await tab.press(at.words('subjects.compare'), panel);
  await tab.see(at.words('subjects.foundHeading', { count }));
}
const strong = ({ at }: Seat, caseId: CaseId) => `${formatCaseId(caseId)}: ${at.words('subjects.strong')}`;
const doubtful = ({ at }: Seat, caseId: CaseId) => at.words('subjects.doubtful', { references: formatCaseId(caseId) });

describe('a card that someone who has the store forges', () => {
  it('is refused and said where it is made up, swapped or put back, and hides no true match', async () => {
    const [first, second, third] = [await newCase(), await newCase(), await newCase()];
    await saveCard(first);
    const [theirs, earlier] = [await saveCard(second), await saveCard(third)];
    const seat = await sitsAt(first);
    await compare(seat, 2);
    for (const subjectCard of [
      { ...createSealedCard(1, earlier.generation), by: handler },
      theirs,
      { ...theirs, version: 2 },
    ]) {
      await tamper(third, { subjectCard });
      await compare(seat, 1);
      await seat.tab.see(strong(seat, second));
      await seat.tab.see(doubtful(seat, third));
      expect(await seat.tab.tab.getByText(strong(seat, third)).count()).toBe(0);
    }
    await tamper(third, { subjectCard: earlier });
    await compare(seat, 2);

    const newer = await saveCard(third);
    await compare(seat, 2);
    await tamper(third, { subjectCard: earlier, formerCards: undefined });
    await compare(seat, 1);
    await seat.tab.see(doubtful(seat, third));
    expect(await seat.tab.violations()).toEqual([]);
    expect(unexpectedErrors(seat.tab)).toEqual([]);
    await seat.tab.close();

    // Someone who never saw the newer one is told once they open the report, and decides nothing by it.
    const other = await sitsAt(first, unitPeople.second);
    await compare(other, 2);
    const shown = other.tab.tab.getByRole('region', { name: new RegExp(formatCaseId(third), 'u') });
    await other.tab.press(other.at.words('subjects.openOther', { reference: formatCaseId(third) }), shown);
    await other.tab.see(other.at.words('subjects.untrusted', { reference: formatCaseId(third) }));
    for (const key of ['subjects.link', 'group.confirm'] as const)
      expect(await other.tab.button(other.at.words(key, { reference: formatCaseId(third) })).count()).toBe(0);
    expect(await other.tab.violations()).toEqual([]);
    await other.tab.close();

    // The page of the case itself does not show what was put back, and compares it no more.
    const own = await sitsAt(third, unitPeople.second);
    await own.tab.panel(own.at.words('subjects.heading'));
    await own.tab.see(own.at.words('subjects.doubtfulCard'));
    expect(await own.tab.tab.content()).not.toContain(person.surname);
    await own.tab.close();
    await tamper(third, { subjectCard: newer, formerCards: [earlier] });
    const whole = await sitsAt(first, unitPeople.second);
    await compare(whole, 2);
    await whole.tab.close();
  });
});

describe('a confirmation that someone who has the store forges', () => {
  it('settles no match and joins no cases: alone in one history, or in both but not as they were written', async () => {
    const [first, second] = [await newCase(), await newCase()];
    for (const caseId of [first, second]) await saveCard(caseId);
    await forgeConfirmation(first, second, true);
    const seat = await sitsAt(first);
    await compare(seat, await others(first));
    await seat.tab.see(strong(seat, second));
    await seat.tab.press(seat.at.words('group.show'));
    await seat.tab.see(seat.at.words('group.none'));
    await seat.tab.close();

    const [third, fourth] = [await newCase(), await newCase()];
    for (const caseId of [third, fourth]) await saveCard(caseId);
    await forgeConfirmation(third, fourth, false);
    await forgeConfirmation(fourth, third, false);
    const later = await sitsAt(third);
    await later.tab.see(later.at.words('case.alarmHistory'));
    await compare(later, await others(third));
    await later.tab.see(strong(later, fourth));
    await later.tab.see(later.at.words('subjects.untrusted', { reference: formatCaseId(third) }));
    await later.tab.press(later.at.words('group.show'));
    await later.tab.see(later.at.words('group.none'));
    expect(await later.tab.violations()).toEqual([]);
    await later.tab.close();
  });
});

describe('someone whom one person adds to cards', () => {
  it('hides nobody else on them: each pair is shown, and settled by itself, and what is denied stays in sight', async () => {
    const decoy = { numbers: ['9911'], surname: 'Decoy' };
    const [first, second, third] = [await newCase(), await newCase(), await newCase()];
    for (const caseId of [first, second, third]) await saveCard(caseId, decoy);
    const seat = await sitsAt(first);
    const { tab, at } = seat;
    const found = await others(first);
    await compare(seat, found);
    const open = async (caseId: CaseId) => {
      unit.bot.clock.forward(60_000);
      const shown = tab.tab.getByRole('region', { name: new RegExp(formatCaseId(caseId), 'u') });
      await tab.press(at.words('subjects.openOther', { reference: formatCaseId(caseId) }), shown);
      return shown;
    };
    const confirmed = await open(second);
    const pairs = confirmed.getByRole('group');
    const decoys = pairs.filter({ hasText: decoy.surname });
    expect(await pairs.count()).toBe(2);
    await tab.press(at.words('group.confirm', { reference: formatCaseId(second) }), decoys);
    await tab.see(at.words('group.confirmSaved'));
    await decoys.waitFor({ state: 'detached' });
    await pairs.filter({ hasText: person.surname }).waitFor();
    await tab.see(at.words('subjects.foundHeading', { count: found }));

    const denied = await open(third);
    await denied.getByRole('textbox').fill('The added one is another sergeant');
    await tab.press(at.words('subjects.notSame'), denied);
    await tab.see(at.words('subjects.foundHeading', { count: found - 1 }));
    await tab.see(at.words('subjects.stillAlike'));
    await tab.see(strong(seat, third));
    expect(await tab.violations()).toEqual([]);
    await tab.picture('en-subjects-pairs', 'whole');
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});

/** Each test's cards name the same person. */
const others = async (caseId: CaseId): Promise<number> =>
  (await unit.bot.store().subjectCards.page('acu', undefined, 100)).filter((one) => one.caseId !== caseId).length;
