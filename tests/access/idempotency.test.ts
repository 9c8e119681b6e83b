import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityFromSeed } from '../../crypto/age-identity.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { requestDigest } from '../../core/casework/retry-on-conflict.ts';
import { type NewEvent } from '../../core/model/event-record.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import { recipientFromIdentitySync } from '../../crypto/node/hybrid-recipient.ts';
import type { OperationDefinition } from '../../contract/operation-definition.ts';
import { type Operation, operations as definitions } from '../../contract/operations.ts';
import { createCase } from '../support/contracts/records.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { keyGeneration } from '../support/access/key-generation.ts';
import {
  anotherPerson,
  earlierOf,
  type RequestContext,
  standingOf,
  tabRows,
  withCard,
} from '../support/access/tab-table.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { saveCase } from '../support/journeys/save-case.ts';

const sealed = createSealText('sealed in the page');
const words = { for: 'handlers', sealed } as const;
const operations = Object.keys(definitions).filter((name): name is Operation => Object.hasOwn(definitions, name));
/** Those that a request names, so that a repeat of it is done once. */
/** Those about a case: what is written for everybody has a history of its own, whose repeats are tried beside it. */
const named = operations.filter(
  (name) =>
    Object.hasOwn(definitions[name].body.shape, 'request') &&
    name !== 'case.acknowledge' &&
    !/^(?:content|campaigns)\./u.test(name),
);

let bot: RunningBot;
let one: TabClient;
let two: TabClient;
let custodian: TabClient;
let reserve: TabClient;
beforeAll(async () => {
  const handlers = [developmentPeople.handler, developmentPeople.secondHandler];
  bot = await startBot({
    entryPoint: 'dialog',
    environment: {
      ROLE_HANDLERS: [...handlers, anotherPerson].join(','),
      MESSAGES_TO_REPORTERS: 'yes',
      PERSON_GROUPS: 'yes',
      EXPORT_SIGNING_KEY: generateKeyPairSync('ed25519')
        .privateKey.export({ format: 'der', type: 'pkcs8' })
        .toString('base64'),
    },
  });
  [one, two] = [
    bot.tab({ objectId: developmentPeople.handler }),
    bot.tab({ objectId: developmentPeople.secondHandler }),
  ];
  custodian = bot.tab({ objectId: randomUUID(), roles: ['custodian'] });
  reserve = bot.tab({ objectId: randomUUID(), roles: ['reserve'] });
  for (const tab of [one, two]) await tab.call('me', {});
});
afterAll(() => bot.stop());

/** A case that stands so, with a confidential identity, and a history that says more than its first entry. */
async function saved(standing: Partial<CaseRecord> = {}, later: readonly NewEvent[] = []): Promise<CaseRecord> {
  bot.clock.forward(5_000);
  return saveCase(bot, { mode: 'confidential', sealedIdentity: sealed, ...standing }, { later });
}

const historyOf = ({ caseId }: CaseRecord) => bot.store().history.readAll(caseId);
const kindsOf = async (record: CaseRecord) => (await historyOf(record)).slice(1).map(({ kind }) => kind);

describe('a request', () => {
  it.each(named)('of %s is carried out though somebody else’s note has the same name', async (name) => {
    const row = tabRows[name];
    const role = name.startsWith('identity.') ? 'custodian' : name.startsWith('oversight.') ? 'reserve' : 'handler';
    const tab = { custodian, reserve, handler: one }[role];
    for (const kept of [requestDigest, (request: string) => request]) {
      const { caseId: other } = await saved(withCard);
      const standing: RequestContext = {
        caseId: createCase().caseId,
        other,
        revision: 0,
        today: bot.clock.now(),
        objectId: tab.objectId,
        role,
        recipient: recipientFromIdentitySync(identityFromSeed(randomBytes(32))),
        generation: keyGeneration(bot, undefined),
      };
      const { auditTrail }: OperationDefinition = definitions[name];
      if (typeof auditTrail === 'string') throw new Error('this request leaves no entry');
      const [kind] = auditTrail.history;
      const body = row.body(standing);
      if (!('request' in body)) throw new Error('this request has no name');
      const entry = { at: bot.clock.now().toISOString(), request: kept(body.request) };
      const record = await saved(standingOf(row, other), [
        ...earlierOf(row, other),
        { ...entry, kind: 'noted', by: { objectId: toPersonId(two.objectId) } },
        { ...entry, kind: kind === 'noted' ? 'doubted' : 'noted', by: { objectId: toPersonId(tab.objectId) } },
      ]);
      await row.before?.(tab, { ...standing, caseId: record.caseId });
      const { status } = await tab.send(name, { ...body, caseId: record.caseId });
      expect({ name, status }).toEqual({ name, status: 200 });
      expect((await historyOf(record)).at(-1)).toMatchObject({ kind, by: { objectId: tab.objectId } });
    }
  });

  it('of a handler’s note is no way to an identity: whoever is given a seal stands in the history', async () => {
    const record = await saved();
    const request = newRequestId();
    const { caseId } = record;
    await one.call('case.note', { caseId, request, words });
    for (const times of [1, 2, 3]) {
      bot.clock.forward(1_000);
      const opened = await custodian.call('identity.open', {
        caseId,
        request,
        words: { ...words, for: 'custodians' },
        because: 'lifeAtRisk',
      });
      expect(opened.sealedIdentity).toBe(sealed);
      const entries = (await historyOf(record)).filter(({ kind }) => kind === 'identityOpened');
      expect(entries.map(({ by }) => by)).toEqual(
        Array.from({ length: times }, () => ({ objectId: custodian.objectId })),
      );
    }
  });

  it('is done once for the person who sent it, and for another person is another', async () => {
    const record = await saved();
    const request = newRequestId();
    const note = { caseId: record.caseId, request, words };
    expect(await one.call('case.note', note)).toMatchObject({ isNew: true });
    expect(await one.call('case.note', note)).toMatchObject({ isNew: false });
    expect(await two.call('case.note', note)).toMatchObject({ isNew: true });
    expect(await kindsOf(record)).toEqual(['noted', 'noted']);
  });

  it('is named in no view, in no opening and in no export', async () => {
    const record = await saved({ status: 'inProgress', assignee: toPersonId(one.objectId) });
    const { caseId } = record;
    const sent = Array.from({ length: 4 }, newRequestId);
    const [noted = '', doubted = '', written = '', exported = ''] = sent;
    const digest = 'd'.repeat(43);
    await one.call('case.note', { caseId, request: noted, words });
    await one.call('case.doubt', { caseId, request: doubted });
    const message = { id: newRequestId(), number: 1, sealed, confirmed: true } as const;
    const { case: shown } = await one.call('case.messageReporter', { caseId, request: written, ...message });
    const { revision } = shown.record;
    const leaves = { what: 'whole', place: 'caseSystem', json: digest, pdf: digest, words } as const;
    const { history } = await one.call('case.export', { caseId, request: exported, revision, ...leaves });
    expect(history.map((entry) => ('withheld' in entry ? '' : entry.kind))).toContain('messageToReporter');
    const read = await two.call('case.view', { caseId });
    expect(read.events.filter((event) => Object.hasOwn(event, 'request'))).toEqual([]);
    await two.call('case.consult', { caseId });
    const answers = [...one.answers, ...two.answers].join('\n');
    for (const request of sent) expect(answers).not.toContain(request);
  });
});
