import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { toPersonId } from '../../core/model/roles.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import type { NoteReader } from '../../core/model/event-record.ts';
import { sealForReader } from '../../tab/crypto/reader-recipients.ts';
import { createCase, createAlert, firstEvent } from '../support/contracts/records.ts';
import { assertAbsent, assertAbsentOnDisk } from '../support/journeys/canary.ts';
import { newCanary } from '../support/journeys/new-canary.ts';
import { assertNoLeak } from '../support/journeys/assert-no-leak.ts';
import { newReporter, type Reporter, sendFullReport } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { tenantId } from '../support/journeys/bot-settings.ts';
import { decryptSavedReport, decryptTextFor, readSavedCase } from '../support/journeys/saved-case.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';

const notAllowed = (why: string) => ({ code: 'notAllowed', why });
const refused = { status: 403, text: '{"code":"refused"}' };

describe.each([
  ['by the unit', 'no', 'acu'],
  ['by the reserve', 'yes', 'reserve'],
] as const)(
  'a confidential identity of a case that is handled %s, where it takes two custodians',
  (_, conflict, handledBy) => {
    let bot: RunningBot;
    let handler: TabClient;
    let custodian: TabClient;
    let second: TabClient;
    beforeAll(async () => {
      bot = await startBot({ entryPoint: 'dialog', environment: { ALERT_TIMING: 'atOnce', IDENTITY_CUSTODIANS: '2' } });
      const role = handledBy === 'acu' ? 'handler' : 'reserve';
      handler = bot.tab({ objectId: randomUUID(), name: 'A handler', roles: [role] });
      custodian = bot.tab({ objectId: randomUUID(), name: 'First custodian', roles: ['custodian'] });
      second = bot.tab({ objectId: randomUUID(), name: 'Second custodian', roles: ['custodian'] });
      for (const tab of [handler, custodian, second]) await tab.call('me', {});
    });
    afterAll(() => bot.stop());

    /** Words that were typed in somebody's page, and are nowhere but in what the right keys open. */
    const typed: string[] = [];
    const typing = (words: string): string => {
      const all = `${words} ${newCanary()}`;
      typed.push(all);
      return all;
    };
    const sealedBy = async <Reader extends NoteReader>(tab: TabClient, text: string, reader: Reader) => {
      const { recipients } = await tab.call('keys.mine', {});
      return { for: reader, sealed: await sealForReader(text, reader, { handledBy, recipients }) };
    };
    const reasonOf = (tab: TabClient, text: string) => sealedBy(tab, typing(text), 'custodians');
    const reported = async (): Promise<Reporter & { readonly record: CaseRecord }> => {
      bot.clock.forward(60_000);
      const reporter = await newReporter(bot);
      await sendFullReport(reporter, { ...reporter.report, conflict, mode: 'confidential' });
      return { ...reporter, record: (await readSavedCase(bot, reporter.teams.card())).record };
    };
    const waiting = async (tab: TabClient, { caseId }: CaseRecord) =>
      (await tab.call('identity.list', {})).rows.find((row) => row.caseId === caseId);
    const considered = (tab: TabClient, { caseId }: CaseRecord): Promise<OperationAnswer<'identity.consider'>> =>
      tab.call('identity.consider', { caseId, request: newRequestId() });
    const entry = ({ caseId }: CaseRecord) => ({ caseId, request: newRequestId() });

    it('is asked for, agreed to by one, opened by another and shared; the handler sees each step', async () => {
      const it = await reported();
      const { record } = it;
      const unasked = { ...entry(record), words: await reasonOf(custodian, 'I wonder who') };
      expect(await custodian.refusal('identity.open', unasked)).toEqual(notAllowed('needsRequest'));

      const asked = await handler.call('case.askIdentity', {
        ...entry(record),
        words: await reasonOf(handler, 'Somebody is at risk'),
      });
      expect(asked.case.record.identityAsked).toMatchObject({ by: handler.objectId });
      expect(asked.case.people).toContainEqual({ objectId: handler.objectId, name: 'A handler' });

      // The list says which, since when and from whom, and nothing of the case.
      const row = await waiting(custodian, record);
      expect(row).toEqual({ caseId: record.caseId, request: asked.case.record.identityAsked });
      const read = await considered(custodian, record);
      expect(Object.keys(read).sort()).toEqual(['caseId', 'entries', 'handledBy', 'people', 'request']);
      expect(await decryptTextFor(bot, 'custodians', read.entries[0]?.words.sealed)).toBe(typed[1]);
      expect(await decryptTextFor(bot, handledBy, read.entries[0]?.words.sealed)).toBe(typed[1]);
      const of = read.request.reason;

      // One custodian alone, however often.
      const alone = async () => ({ ...entry(record), of, words: await reasonOf(custodian, 'It is needed') });
      expect(await custodian.refusal('identity.open', await alone())).toEqual(notAllowed('needsCustodian'));
      for (let times = 0; times < 3; times += 1) await custodian.call('identity.agree', await alone());
      expect(await custodian.refusal('identity.open', await alone())).toEqual(notAllowed('needsCustodian'));
      const forged = { ...(await alone()), of: 'f'.repeat(43) };
      for (const name of ['identity.agree', 'identity.refuse', 'identity.open'] as const) {
        expect(await second.refusal(name, forged)).toEqual(notAllowed('otherRequest'));
      }

      const whatOthersWrote = await considered(second, record);
      expect(whatOthersWrote.entries.map(({ kind }) => kind)).toEqual(['identityAsked', 'identityAgreed']);
      const handed = await second.call('identity.open', {
        ...entry(record),
        of,
        words: await reasonOf(second, 'I have looked at it too'),
      });
      const identity = (await decryptTextFor(bot, 'custodians', handed.sealedIdentity)) ?? '';
      expect(identity).toContain(it.teams.person.name);
      await second.call('identity.share', { ...entry(record), words: await sealedBy(second, identity, 'handlers') });
      expect(await waiting(custodian, record)).toBeUndefined();

      const { case: seen } = { case: await handler.call('case.view', { caseId: record.caseId }) };
      expect(seen.record.identityAsked).toBeUndefined();
      expect(seen.events.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining([
          'identityAsked',
          'identityConsidered',
          'identityAgreed',
          'identityOpened',
          'identityShared',
        ]),
      );
      expect(seen.events.filter(({ kind }) => kind === 'identityOpened')).toHaveLength(1);
      expect(seen.people).toContainEqual({ objectId: second.objectId, name: 'Second custodian' });
      const after = await decryptSavedReport(bot, await readSavedCase(bot, it.teams.card()));
      expect(after.identity?.name).toBe(it.teams.person.name);
      assertNoLeak(bot, it);
    });

    it('is refused with words that the handler reads, and asked for again with another reason', async () => {
      const { record } = await reported();
      await handler.call('case.askIdentity', { ...entry(record), words: await reasonOf(handler, 'It would help') });
      const { request } = await considered(custodian, record);
      const why = await reasonOf(custodian, 'That is not enough');
      await custodian.call('identity.refuse', { ...entry(record), of: request.reason, words: why });
      const view = await handler.call('case.view', { caseId: record.caseId });
      expect(view.record.identityAsked).toBeUndefined();
      expect(view.events.findLast(({ kind }) => kind === 'identityRefused')).toMatchObject({
        by: { objectId: custodian.objectId },
      });
      const { events } = await handler.call('case.consult', { caseId: record.caseId });
      const refusal = events.findLast(({ kind }) => kind === 'identityRefused');
      expect(await decryptTextFor(bot, handledBy, refusal?.note?.sealed)).toBe(typed.at(-1));
      // What was agreed to or read of the one before is nothing for the next.
      await handler.call('case.askIdentity', { ...entry(record), words: await reasonOf(handler, 'Now it is urgent') });
      const late = { ...entry(record), of: request.reason, words: why };
      expect(await second.refusal('identity.agree', late)).toEqual(notAllowed('otherRequest'));
      await handler.call('case.withdrawIdentity', entry(record));
      expect(await waiting(second, record)).toBeUndefined();
    });

    it('is in no list of a custodian who is shut out, and its request goes with whoever made it', async () => {
      const { record } = await reported();
      const colleague = bot.tab({ objectId: randomUUID(), roles: [handledBy === 'acu' ? 'handler' : 'reserve'] });
      await colleague.call('me', {});
      await colleague.call('case.askIdentity', { ...entry(record), words: await reasonOf(colleague, 'Please') });
      const out = await sealedBy(handler, typing('They know each other'), 'oversight');
      await handler.call('case.excludePerson', {
        ...entry(record),
        person: toPersonId(custodian.objectId),
        words: out,
      });
      expect(await waiting(custodian, record)).toBeUndefined();
      expect(await waiting(second, record)).toBeDefined();
      expect(await custodian.send('identity.consider', entry(record))).toMatchObject(refused);
      await colleague.call('case.declareConflict', entry(record));
      expect(await waiting(second, record)).toBeUndefined();
      expect(await second.refusal('identity.consider', entry(record))).toEqual(notAllowed('notAsked'));
    });

    it('leaves the words of nobody anywhere in clear', () => {
      expect(typed.length).toBeGreaterThan(8);
      assertAbsentOnDisk(bot.folder, typed);
      assertAbsent('log', bot.log.join(''), typed);
      assertAbsent('requests to the connector', JSON.stringify(bot.connector.requests), typed);
      for (const tab of [handler, custodian, second]) assertAbsent('answers', tab.answers.join(''), typed);
    });
  },
);

describe('the requests that a custodian is shown', () => {
  it('are those made first, no more than a page, and say where others wait', async () => {
    const bot = await startBot({ entryPoint: 'dialog' });
    try {
      const custodian = bot.tab({ objectId: randomUUID(), roles: ['custodian'] });
      expect(await custodian.call('identity.list', {})).toEqual({ rows: [], people: [], isMore: false });
      const handledBy: readonly HandledBy[] = ['acu', 'reserve'];
      for (let place = 0; place < 52; place += 1) {
        const asker = toPersonId(place === 51 ? developmentPeople.reserve : developmentPeople.handler);
        const record = createCase({
          tenantId,
          handledBy: handledBy[place === 51 ? 1 : 0] ?? 'acu',
          mode: 'confidential',
          sealedIdentity: 'c2VhbA==',
          identityAsked: { by: asker, on: createCase().receivedOn, reason: 'r'.repeat(43) },
        });
        const alert = createAlert(record.caseId, { handledBy: record.handledBy });
        await bot.store().cases.create(record, alert, [firstEvent(record.caseId)]);
      }
      const { rows, isMore } = await custodian.call('identity.list', {});
      expect({ shown: rows.length, isMore }).toEqual({ shown: 51, isMore: true });
      expect((await custodian.call('me', {})).identity).toEqual({ custodians: 1, withoutRequest: true });
    } finally {
      await bot.stop();
    }
  });
});
