import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditCommand } from '../../../cli/audit.ts';
import { decryptReportWithIdentities } from '../../../cli/open-report.ts';
import { translate } from '../../../words/cards/translate.ts';
import { type CaseId, formatCaseId } from '../../../core/model/case-id.ts';
import { verifyCase } from '../../../core/casework/integrity-verification.ts';
import type { KeyGroup } from '../../../core/model/public-keys.ts';
import { decryptSeal } from '../../../crypto/decrypt-seal.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { countAlerts } from '../../journeys/run-journeys.ts';
import { currentStep, goToStep } from '../../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import { parseCardCode, decryptSavedReport, readSavedCase } from '../../support/journeys/saved-case.ts';
import { channels } from '../../support/journeys/bot-settings.ts';
import { parseCard } from '../../support/journeys/parsed-card.ts';
import { newRequestId, type TabClient } from '../../support/journeys/tab-client.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { createTeamsClient, type TeamsClient } from '../../support/journeys/teams-client.ts';
import { createSealText } from '../../support/seals/create-seal.ts';
import { type OlderCase, openOlderFixture } from './older-store.ts';

const hourMs = 3_600_000;
const parts = (['sqlite', 'cosmos'] as const).map((kind) => ({ kind, aged: openOlderFixture(kind) }));

// What is asked of a store comes before what changes it.
describe.each(parts)('a store that commit 7765cd8 left in $kind', ({ aged }) => {
  const { said } = aged;
  const live = said.cases.filter((one) => !one.name.includes('erased'));
  const handling = (one: Pick<OlderCase, 'handledBy'>) => (one.handledBy === 'acu' ? 'handler' : 'reserve');
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startBot({ entryPoint: 'dialog', aged });
  });
  afterAll(() => bot.stop());

  const tabOf = (who: keyof typeof said.people): TabClient => {
    bot.clock.forward(1_000);
    return bot.tab({ objectId: said.people[who].objectId });
  };
  const find = (name: string): OlderCase => {
    const found = said.cases.find((one) => one.name.includes(name));
    if (found === undefined) throw new Error(`nothing was made that is ${name}`);
    return found;
  };
  async function comeBack(code: string, language: 'en' | 'cy'): Promise<TeamsClient> {
    bot.clock.forward(1_000);
    const teams = createTeamsClient(bot, newPerson(language === 'cy' ? 'cy-GB' : 'en-GB'));
    await teams.install();
    await teams.press('comeBack');
    teams.fill('code', code);
    await teams.press('next');
    return teams;
  }
  async function verdictOf(caseId: CaseId) {
    const found = await bot.store().cases.read(caseId);
    return found && verifyCase(found.value, await bot.store().history.readAll(caseId));
  }

  it('lists every case to those who handle it, and to nobody whom it is kept from', async () => {
    const listed = async (who: 'handler' | 'secondHandler' | 'reserve') => {
      const { rows } = await tabOf(who).call('cases.list', { filter: {} });
      return rows.map(({ figures }) => figures.caseId).sort();
    };
    const ids = (cases: readonly OlderCase[]) => cases.map(({ caseId }) => caseId).sort();
    const ofTheUnit = said.cases.filter((one) => one.handledBy === 'acu');
    expect(await listed('handler')).toEqual(ids(ofTheUnit));
    const { objectId } = said.people.secondHandler;
    expect(await listed('secondHandler')).toEqual(
      ids(ofTheUnit.filter(({ excluded }) => !excluded.includes(objectId))),
    );
    expect(await listed('reserve')).toEqual(ids(said.cases.filter((one) => one.handledBy === 'reserve')));
    expect(await tabOf('secondHandler').refusal('case.view', { caseId: find('shut out').caseId })).toEqual({
      code: 'refused',
    });
    expect(await tabOf('handler').call('cases.counts', {})).toMatchObject({ open: 4, mine: 0 });
  });

  it('has every history as it was, whole, and an audit that says so', async () => {
    for (const one of said.cases) {
      const events = await bot.store().history.readAll(one.caseId);
      expect(events.map(({ kind }) => kind).slice(0, one.history.length)).toEqual(one.history);
      expect(events[one.history.length - 1]?.hash).toBe(one.head);
      expect(await verdictOf(one.caseId)).toBe('whole');
    }
    const lines: string[] = [];
    const deps = { ...bot.store(), clock: bot.clock.now, timeZone: 'Europe/London' };
    const code = await auditCommand({ ...deps, printLine: (line) => void lines.push(line) }, ['verify']);
    expect({ code, lines }).toMatchObject({ code: 0 });
  });

  it.each(live.map(({ name }) => name))('opens to whoever handles it: %s', async (name) => {
    const one = find(name);
    const { record, events } = await tabOf(handling(one)).call('case.consult', { caseId: one.caseId });
    for (const group of [one.handledBy, 'recovery'] as const) {
      const inside = await decryptReportWithIdentities(record, events, said.keys[group]);
      expect(inside).toMatchObject({ unverifiedCount: 0, isHistoryWhole: true, isRecordAsWritten: true });
      expect(inside.report).toMatchObject({ answers: one.answers, language: one.language, mode: one.mode });
      const isKnown = one.mode === 'named' || one.history.includes('identityShared');
      expect(inside.identity).toEqual(isKnown ? one.reporter : undefined);
      expect(inside.thread.map(({ direction, message: { text } }) => ({ direction, text }))).toEqual(one.thread);
    }
    for (const note of one.notes) {
      const sealed = events.find((event) => event.note?.digest === note.digest)?.note?.sealed ?? '';
      const person = Object.entries(said.people).find(([who]) => who === note.by)?.[1];
      const group: KeyGroup = note.for === 'custodians' ? 'custodians' : one.handledBy;
      const isForOne = note.for === 'self' || note.for === 'assignee';
      expect(await decryptSeal(sealed, isForOne ? [person?.own ?? ''] : said.keys[group])).toBe(note.text);
    }
  });

  it('keeps nothing of what was erased, and says so to whoever comes back', async () => {
    const { caseId, code, language } = find('erased');
    const { record, events } = await tabOf('handler').call('case.consult', { caseId });
    expect(record.sealedReport).toBe('');
    expect(events.filter(({ note, message }) => note?.sealed ?? message?.sealed)).toEqual([]);
    expect((await comeBack(code, language)).card().text).toContain(translate(language, 'comeBack.erasedHeading'));
  });

  it('hands out the identity of a confidential report to custodians, and their keys to those who hold them', async () => {
    const { caseId } = find('opened and shared');
    const reason = { for: 'custodians', sealed: createSealText('a reason') } as const;
    const tab = tabOf('custodian');
    const { sealedIdentity } = await tab.call('identity.open', {
      caseId,
      request: newRequestId(),
      words: reason,
      because: 'lifeAtRisk',
    });
    expect(await decryptSeal(sealedIdentity, said.keys.custodians)).toContain(find('opened and shared').reporter.name);
    for (const [who, group] of [
      ['handler', 'acu'],
      ['secondHandler', 'acu'],
      ['reserve', 'reserve'],
      ['custodian', 'custodians'],
    ] as const) {
      const { envelopes } = await tabOf(who).call('keys.mine', {});
      expect(envelopes.map((envelope) => envelope.group)).toEqual([group]);
      const { own } = said.people[who];
      expect(await decryptSeal(envelopes[0]?.sealed ?? '', [own])).toContain(said.keys[group][0]);
    }
  });

  it('says the same of a week that was counted then', async () => {
    expect(said.weeks).not.toEqual([]);
    for (const { week, handledBy, figures } of said.weeks) {
      expect(await bot.store().weeks.read(week, handledBy)).toEqual({ week, handledBy, figures });
      const teams = createTeamsClient(bot, newPerson('en-GB', said.people.handler.objectId));
      await teams.install();
      await teams.press('week');
      await teams.press('periods');
      teams.fill('week', week);
      await teams.press('week');
      await teams.press('tables');
      teams.fill('table', 'received');
      await teams.press('table');
      expect(teams.card().text).toContain('Counted once, on 2 December 2026');
    }
  });

  it.each(live.map(({ name }) => name))('is found again by its code, and takes what is added: %s', async (name) => {
    const one = find(name);
    const teams = await comeBack(one.code, one.language);
    expect(teams.card().text).toContain(formatCaseId(one.caseId));
    for (const { direction, text } of one.thread) {
      if (direction === 'toReporter') expect(teams.card().text).toContain(text);
    }
    teams.fill('addition', 'Something that came to mind since.');
    await teams.press('add');
    expect(teams.card().text).toContain(translate(one.language, 'comeBack.addedHeading'));
    const { record, events } = await tabOf(handling(one)).call('case.consult', { caseId: one.caseId });
    const inside = await decryptReportWithIdentities(record, events, said.keys[one.handledBy]);
    expect(inside).toMatchObject({ unverifiedCount: 0, isHistoryWhole: true, isRecordAsWritten: true });
    expect(inside.thread.at(-1)?.message.text).toBe('Something that came to mind since.');
  });

  it.each(said.drafts)('goes on with a draft in $language that was kept at its $until', async (draft) => {
    const teams = await comeBack(draft.code, draft.language);
    await teams.press('resume');
    expect(currentStep(teams.card())).toBe(draft.until);
    await teams.press('send');
    expect(parseCardCode(teams.card())).toBe(draft.code);
    expect((await decryptSavedReport(bot, await readSavedCase(bot, teams.card()))).report.answers).toEqual(
      draft.answers,
    );
  });

  it('goes on from a card that was in hand, with the key of its day', async () => {
    const { person, card, filled, answers } = said.held;
    const teams = createTeamsClient(bot, person);
    teams.holdUp({ card: parseCard(JSON.parse(card)), inDialog: true, filled: new Map(filled) });
    await goToStep(teams, answers, 'review');
    await teams.press('send');
    expect((await decryptSavedReport(bot, await readSavedCase(bot, teams.card()))).report.answers).toEqual(answers);
  });

  it('posts the alerts that waited, where its targets have moved to', async () => {
    for (const [who, channelId] of [
      ['handler', channels.acu],
      ['reserve', channels.reserve],
    ] as const) {
      // Teams says with each activity where its service is, as it did when the target was set.
      const teams = createTeamsClient(bot, newPerson('en-GB', said.people[who].objectId));
      await teams.say('hello', { channelId, teamId: '19:team@thread.tacv2' });
    }
    bot.clock.forward(hourMs - (bot.clock.now().getTime() % hourMs));
    bot.postDueAlerts();
    for (const [name, channel] of [
      ['of this hour', channels.acu],
      ['named and urgent', channels.acu],
      ['the reserve’s, named and urgent', channels.reserve],
    ] as const) {
      const reference = formatCaseId(find(name).caseId);
      await waitFor(`an alert of what is ${name}`, () => countAlerts(bot, reference, channel) || undefined);
    }
  });

  it('is worked on as if it had been made now', async () => {
    const { caseId } = find('of this hour');
    const tab = tabOf('secondHandler');
    const change = async () => {
      bot.clock.forward(1_000);
      const { record } = await tab.call('case.view', { caseId });
      return { caseId, revision: record.revision, request: newRequestId() };
    };
    const words = { for: 'handlers', sealed: createSealText('a note') } as const;
    await tab.call('case.acknowledge', { caseId, request: newRequestId() });
    await tab.call('case.triage', {
      ...(await change()),
      category: 'other',
      grading: { source: '2', assessment: 'D', handling: 'P' },
      flags: [],
      regime: 'general',
      words,
    });
    await tab.call('case.move', { ...(await change()), to: 'inProgress' });
    await tab.call('case.note', { caseId, request: newRequestId(), words });
    expect(await verdictOf(caseId)).toBe('whole');
    await bot.restart(said.environment);
    expect((await tabOf('handler').call('case.view', { caseId })).record.status).toBe('inProgress');
    for (const one of said.cases) expect(await verdictOf(one.caseId)).toBe('whole');
  });
});
