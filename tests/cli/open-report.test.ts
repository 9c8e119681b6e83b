import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentPeople } from '../../development/development-tenant.ts';
import { formatCaseId } from '../../core/model/case-id.ts';
import { addDays } from '../../core/model/calendar.ts';
import { isHistoryIntact } from '../../core/model/event-record.ts';
import { newCaseId } from '../support/contracts/records.ts';
import type { SavedCase } from '../support/journeys/saved-case.ts';
import { asHandler, createOpenReportFixture, type OpenReportFixture } from '../support/cli/open-report-fixture.ts';

// Each run is a process of its own.

let fixture: OpenReportFixture;
beforeAll(async () => {
  fixture = await createOpenReportFixture();
});
afterAll(() => fixture.bot.stop());

const kindsOf = async (saved: SavedCase) => (await fixture.historyOf(saved)).map(({ kind }) => kind);

describe('npm run open-report', () => {
  it('shows a report to a case handler, once its history says that they opened it', async () => {
    const { reporter, saved, reference } = await fixture.newCase({ mode: 'named' });
    const ran = await fixture.open(reference, ...fixture.keyOf('acu'), ...asHandler);
    expect(ran).toMatchObject({ code: 0, complained: '' });
    expect(ran.said).toContain(`Case ${reference}, received on ${saved.record.receivedOn}, written in English`);
    for (const part of ['what', 'who', 'where', 'evidence']) expect(ran.said).toContain(`${reporter.canary} ${part}`);
    expect(ran.said).toContain(reporter.teams.person.name);
    const events = await fixture.historyOf(saved);
    expect(events.at(-1)).toMatchObject({ kind: 'consulted', by: { objectId: developmentPeople.handler } });
    const after = await fixture.standing(saved);
    expect(isHistoryIntact(saved.record.caseId, after.value.chain, events)).toBe(true);
  });

  it('shows a report beside which something else stands than it says, and names what', async () => {
    const { reporter, saved, reference } = await fixture.newCase({ mode: 'named' });
    const standing = await fixture.standing(saved);
    const otherwise = {
      ...standing.value,
      mode: 'notKept',
      receivedOn: addDays(standing.value.receivedOn, -1),
    } as const;
    await fixture.bot.store().cases.change({ case: { ...standing, value: otherwise }, events: [] });
    const ran = await fixture.open(reference, ...fixture.keyOf('acu'), ...asHandler);
    expect(ran).toMatchObject({ code: 3, complained: '' });
    expect(ran.said).toContain('does not match the case details: way of reporting, day. Use what the report says.');
    expect(ran.said).toContain(`${reporter.canary} what`);
  });

  it('shows no identity that only the custodians can open', async () => {
    const { reporter, reference } = await fixture.newCase({ mode: 'confidential' });
    const ran = await fixture.open(reference, ...fixture.keyOf('acu'), ...asHandler, '--language', 'cy');
    expect(ran.code).toBe(0);
    expect(ran.said).not.toContain(reporter.teams.person.name);
    expect(ran.said).not.toContain(reporter.teams.person.objectId);
  });

  it.each([
    ['somebody without a role', ['--as', developmentPeople.admin]],
    ['a custodian', ['--as', developmentPeople.custodian]],
    ['the reserve', ['--as', developmentPeople.reserve]],
  ])('refuses %s, shows nothing and leaves no consultation', async (_, who) => {
    const { saved, reference } = await fixture.newCase();
    const ran = await fixture.open(reference, ...fixture.keyOf('acu'), ...who);
    expect(ran).toMatchObject({ code: 1, said: '' });
    expect(ran.complained).toContain('There is no such case that you may open');
    expect(await kindsOf(saved)).toEqual(['received']);
  });

  it('says the same of a case that the reserve handles, of one that is not there and of no reference', async () => {
    const { reference } = await fixture.newCase({ conflict: 'yes' });
    const answers = await Promise.all(
      [reference, formatCaseId(newCaseId()), 'words'].map((named) =>
        fixture.open(named, ...fixture.keyOf('acu'), ...asHandler),
      ),
    );
    expect(new Set(answers.map((ran) => JSON.stringify(ran))).size).toBe(1);
    const ran = await fixture.open(reference, ...fixture.keyOf('reserve'), '--as', developmentPeople.reserve);
    expect(ran.code).toBe(0);
  });

  it.each(['custodians', 'reserve'] as const)(
    'with the key of the %s shows nothing, and the try is on record',
    async (group) => {
      const { saved, reporter, reference } = await fixture.newCase();
      const ran = await fixture.open(reference, ...fixture.keyOf(group), ...asHandler);
      expect(ran).toMatchObject({ code: 1, said: '' });
      expect(ran.complained).toBe('It is not encrypted to this key.\n');
      expect(ran.complained).not.toContain(reporter.canary);
      expect(await kindsOf(saved)).toEqual(['received', 'consulted']);
    },
  );

  it('without a key that can be read leaves the case alone', async () => {
    const { saved, reference } = await fixture.newCase();
    for (const path of ['missing', 'candour.db']) {
      const ran = await fixture.open(reference, '--identity', `${fixture.bot.folder}/${path}`, ...asHandler);
      expect(ran).toMatchObject({ code: 1, said: '' });
    }
    expect(await kindsOf(saved)).toEqual(['received']);
  });

  it('shows words as words: nothing in them moves the terminal', async () => {
    const { reference } = await fixture.newCase({ what: 'before\u001b[2J\u001b]0;title\u0007\u202eafter\u009b1m' });
    const ran = await fixture.open(reference, ...fixture.keyOf('acu'), ...asHandler);
    expect(ran.code).toBe(0);
    expect(ran.said).toContain('before[2J]0;titleafter1m');
  });

  it('explains itself where it is not told enough', async () => {
    for (const args of [[], ['words'], ['words', ...asHandler], [...fixture.keyOf('acu'), ...asHandler]]) {
      const ran = await fixture.open(...args);
      expect(ran.code).toBe(2);
      expect(ran.said).toContain('npm run open-report -- <reference> --identity <file>');
    }
  });
});
