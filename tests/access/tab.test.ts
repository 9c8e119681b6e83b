import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { identityFromSeed } from '../../crypto/age-identity.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { appendEvent, type EventRecord, type NewEvent } from '../../core/model/event-record.ts';
import { addDays, toDay } from '../../core/model/calendar.ts';
import { parseCaseId } from '../../core/model/case-id.ts';
import { toPersonId, type Role, roles } from '../../core/model/roles.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import { recipientFromIdentitySync } from '../../crypto/node/hybrid-recipient.ts';
import { createCaseDeepLinkTokens } from '../../bot/runtime/case-deep-link-tokens.ts';
import type { OperationDefinition } from '../../contract/operation-definition.ts';
import { type Operation, operations as definitions } from '../../contract/operations.ts';
import { createCase, createAlert, firstEvent } from '../support/contracts/records.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { tenantId } from '../support/journeys/bot-settings.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { idByRole } from '../support/access/role-ids.ts';
import { keyGeneration } from '../support/access/key-generation.ts';
import { saveCampaign } from '../support/access/campaign-table.ts';
import { saveFiles } from '../support/access/save-files.ts';
import { createTally } from '../support/access/tally.ts';
import {
  anotherPerson,
  earlierOf,
  type RequestContext,
  standingOf,
  type TabRow,
  tabRows,
  withCard,
} from '../support/access/tab-table.ts';

/** Somebody with each role alone, and somebody with none. */
const people: readonly (Role | undefined)[] = [undefined, ...roles];
const operations = Object.keys(definitions).filter((name): name is Operation => Object.hasOwn(definitions, name));
const ofACase = operations
  .filter((name) => name.startsWith('case.') || name.startsWith('identity.'))
  .filter((name) => Object.hasOwn(definitions[name].body.shape, 'caseId'));
const tried = createTally();
const refused = { status: 403, text: '{"code":"refused"}' };

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBot({
    entryPoint: 'dialog',
    environment: {
      // Two by the settings, the others by their tokens.
      ROLE_HANDLERS: idByRole.handler.toUpperCase(),
      ROLE_RESERVE: `${idByRole.reserve},${randomUUID()}`,
      ROLE_CUSTODIANS: '',
      MESSAGES_TO_REPORTERS: 'yes',
      PERSON_GROUPS: 'yes',
      PARTNERS: 'yes',
      PUBLIC_HOST: 'candour.example.org',
      EXPORT_SIGNING_KEY: generateKeyPairSync('ed25519')
        .privateKey.export({ format: 'der', type: 'pkcs8' })
        .toString('base64'),
    },
  });
  await saveCampaign(bot.store());
});
afterAll(async () => {
  await bot.stop();
  tried.print();
});

/** As the bot makes them, under its secret. */
const pointers = () =>
  createCaseDeepLinkTokens({
    secret: bot.settings.secret,
    clock: bot.clock.now,
    random: (bytes) => randomBytes(bytes),
  });

const tabOf = (role: Role | undefined): TabClient => {
  bot.clock.forward(1_000);
  tried.add('asked');
  const inSettings = role === 'handler' || role === 'reserve';
  return bot.tab({
    objectId: role === undefined ? randomUUID() : idByRole[role],
    ...(role && !inSettings && { roles: [role] }),
  });
};

/** A case that stands so, without its work by anybody. */
async function saved(standing: Partial<CaseRecord>, earlier: readonly NewEvent[] = []): Promise<CaseRecord> {
  const made = createCase({ tenantId, ...standing });
  const first = firstEvent(made.caseId);
  const { record, events } = earlier.reduce<{ readonly record: CaseRecord; readonly events: readonly EventRecord[] }>(
    (before, event) => {
      const later = appendEvent(before.record, event);
      return { record: later.record, events: [...before.events, later.event] };
    },
    { record: made, events: [first] },
  );
  await bot.store().cases.create(record, createAlert(record.caseId, { handledBy: record.handledBy }), events);
  await saveFiles(bot, record);
  return record;
}

async function askedBy(
  role: Role | undefined,
  tab: TabClient,
  row: Pick<TabRow<Operation>, 'standing' | 'earlier'>,
): Promise<RequestContext> {
  const handledBy: HandledBy = role === 'reserve' ? 'reserve' : 'acu';
  const { caseId: other } = await saved({ handledBy, ...withCard });
  const record = await saved({ handledBy, ...standingOf(row, other) }, earlierOf(row, other));
  return {
    caseId: record.caseId,
    other,
    revision: record.revision,
    today: bot.clock.now(),
    objectId: tab.objectId,
    role,
    recipient: recipientFromIdentitySync(identityFromSeed(randomBytes(32))),
    pointer: pointers().create(record.caseId),
    generation: keyGeneration(bot, role),
  };
}

const historyOf = async (caseId: string) => {
  const known = parseCaseId(caseId);
  return known ? bot.store().history.readAll(known) : [];
};
const lineSchema = z.looseObject({ event: z.string() });
/** What the log says of requests. Alerts and lines leave by themselves, whenever their time has come. */
const linesSince = (before: number) =>
  bot.log
    .slice(before)
    .map((line) => lineSchema.parse(JSON.parse(line)))
    .filter(({ event }) => !event.startsWith('alert') && !event.startsWith('line'));

/** Why each of these leaves neither an entry nor a line. One that hands out anything new of a case leaves an entry. */
const leaveNothing = {
  'cases.changes': 'an open page asks each minute: lines would say when somebody sits there',
  'case.challenge': 'it hands out a seal of no case',
  'case.consultFurther': 'an entry says already that they opened the report',
  'case.openFilePart': 'an entry says already that they opened the file',
  'case.fileParts': 'the file is no part of the case before an entry names it',
  'case.filePart': 'the file is no part of the case before an entry names it',
  'case.fileDrop': 'the file is no part of the case',
  'guidance.show': 'a line would say when somebody read how to report',
} as const satisfies Partial<Record<Operation, string>>;

describe('the table of the tab’s operations', () => {
  it('has a row for each operation, and no other', () => {
    expect(Object.keys(tabRows).sort()).toEqual([...operations].sort());
  });

  it('lets those alone leave nothing that hand out nothing new of a case, or would say when somebody reports', () => {
    const leaving = (trace: OperationDefinition['auditTrail']) =>
      operations.filter((name) => definitions[name].auditTrail === trace && !name.startsWith('report.'));
    expect(leaving('nothing')).toEqual(Object.keys(leaveNothing));
    expect(leaving('log').filter((name) => name.startsWith('case.'))).toEqual([]);
  });

  it.each(operations)('lets those use %s who may, and notes that they did', async (name) => {
    const row = tabRows[name];
    for (const role of people.filter((one) => row.may === 'everybody' || row.may.some((held) => held === one))) {
      const tab = tabOf(role);
      await tab.call('me', {});
      const earlierRole = row.earlierRole?.(role);
      if (earlierRole) await bot.tab({ objectId: anotherPerson, roles: [earlierRole] }).call('me', {});
      const asked = await askedBy(role, tab, row);
      await row.before?.(tab, asked);
      const before = bot.log.length;
      const { status, text } = await tab.send(name, row.body(asked));
      expect({ role, status, text: status === 200 ? 'done' : text }).toEqual({ role, status: 200, text: 'done' });

      const lines = linesSince(before);
      const events = await historyOf(asked.caseId);
      const used = lines.filter((line) => JSON.stringify(line).includes('"event":"tabUsed"'));
      const { auditTrail }: OperationDefinition = definitions[name];
      // A reporter's page names no case that somebody handles.
      if (auditTrail === 'nothing' || name.startsWith('report.') || (auditTrail === 'log' && role === undefined)) {
        expect(lines).toEqual([]);
      } else if (auditTrail === 'log') expect(used).toEqual([expect.objectContaining({ operation: name })]);
      else {
        expect(used).toEqual([]);
        const own = events.filter(({ by }) => typeof by !== 'object' || by.objectId !== anotherPerson);
        expect(own.filter((event) => event.kind === auditTrail.history[0])).toEqual([
          expect.objectContaining({ by: { objectId: tab.objectId } }),
        ]);
      }
      expect(bot.log.slice(before).join('')).not.toContain(asked.caseId);
    }
  });

  const notForAll = operations.filter((name) => tabRows[name].may !== 'everybody');
  it.each(notForAll)('refuses %s to everybody else, always alike, and notes that', async (name) => {
    const row = tabRows[name];
    for (const role of people.filter((one) => row.may !== 'everybody' && !row.may.some((held) => held === one))) {
      const tab = tabOf(role);
      const asked = await askedBy(role, tab, { standing: (other) => standingOf(row, other) });
      const events = await historyOf(asked.caseId);
      const before = bot.log.length;
      expect(await tab.send(name, unproven(name, row.body(asked)))).toMatchObject(refused);
      expect(linesSince(before)).toEqual([
        expect.objectContaining({ event: 'tabRefused', operation: name, reason: 'role' }),
      ]);
      expect(await historyOf(asked.caseId)).toEqual(events);
    }
  });
});

/** A body as somebody sends it to whom no challenge is given. */
const unproven = (name: Operation, body: object): object => (name === 'case.consult' ? { ...body, proof: '' } : body);

/** Writes who is shut out of a case as only somebody else than Candour would, who can write to its file. */
function writeInLargeLetters(objectId: string, caseId: string): void {
  const database = new DatabaseSync(join(bot.folder, 'candour.db'));
  const written = `UPDATE cases SET record = replace(record, ?, ?) WHERE case_id = ? AND instr(record, ?) > 0`;
  const { changes } = database.prepare(written).run(objectId, objectId.toUpperCase(), caseId, objectId);
  expect(changes).toBe(1);
  database.prepare('UPDATE exclusions SET object_id = upper(object_id) WHERE case_id = ?').run(caseId);
  database.close();
}

describe('a case that somebody may not see', () => {
  const others: readonly (readonly [string, (role: Role, objectId: string) => Partial<CaseRecord>])[] = [
    ['of those whom others handle', (role) => ({ handledBy: role === 'reserve' ? 'acu' : 'reserve' })],
    ['that they are shut out of', (_, objectId) => ({ excluded: [toPersonId(objectId)] })],
    ['that they are shut out of, in large letters', (_, objectId) => ({ excluded: [toPersonId(objectId)] })],
    ['of another tenant', () => ({ tenantId: 'another-tenant' })],
  ];

  it.each(ofACase)('is as one that does not exist, for %s', async (name) => {
    const row = tabRows[name];
    const role: Role = name.startsWith('identity.') ? 'custodian' : 'handler';
    for (const who of role === 'handler' ? (['handler', 'reserve'] as const) : [role]) {
      const tab = tabOf(who);
      const nobodys = createCase().caseId;
      const cases = [{ standing: 'that is not there', caseId: nobodys }];
      for (const [standing, differences] of others) {
        // Custodians open the identities of either kind of case.
        if (who === 'custodian' && standing.startsWith('of those')) continue;
        const handledBy: HandledBy = who === 'reserve' ? 'reserve' : 'acu';
        const record = await saved({ handledBy, ...standingOf(row, nobodys), ...differences(who, tab.objectId) });
        if (standing.endsWith('in large letters')) writeInLargeLetters(tab.objectId, record.caseId);
        cases.push({ standing, caseId: record.caseId });
      }
      for (const { standing, caseId } of cases) {
        const asked = { ...(await askedBy(who, tab, {})), caseId };
        const events = await historyOf(caseId);
        const before = bot.log.length;
        bot.clock.forward(1_000);
        tried.add('asked');
        const { status, text } = await tab.send(name, unproven(name, row.body(asked)));
        expect({ standing, status, text }).toEqual({ standing, ...refused });
        expect(linesSince(before)).toEqual([
          expect.objectContaining({ event: 'tabRefused', operation: name, reason: 'case' }),
        ]);
        expect(bot.log.slice(before).join('')).not.toContain(caseId);
        expect(await historyOf(caseId)).toEqual(events);
      }
    }
  });

  it('cannot be linked with one that they may', async () => {
    const tab = tabOf('handler');
    const own = await saved({});
    for (const other of [
      await saved({ handledBy: 'reserve' }),
      await saved({ excluded: [toPersonId(idByRole.handler)] }),
    ]) {
      const body = { caseId: own.caseId, request: newRequestId(), other: other.caseId };
      expect(await tab.send('case.link', body)).toMatchObject(refused);
      expect(await historyOf(other.caseId)).toHaveLength(1);
    }
  });

  it('is behind no link: what points to it is refused as what points to nothing', async () => {
    const handler = tabOf('handler');
    const follow = (pointer: string) => handler.send('cases.followLink', { pointer });
    const [open, shutOut, reserved] = [
      await saved({}),
      await saved({ excluded: [toPersonId(idByRole.handler)] }),
      await saved({ handledBy: 'reserve' }),
    ];
    expect(await handler.call('cases.followLink', { pointer: pointers().create(open.caseId) })).toEqual({
      caseId: open.caseId,
    });
    const gone = pointers().create(createCase().caseId);
    const made = pointers().create(shutOut.caseId);
    for (const pointer of [made, pointers().create(reserved.caseId), gone, `${made}A`, made.slice(1), 'nothing']) {
      expect(await follow(pointer)).toMatchObject(refused);
    }
    // Whoever reads an address cannot tell which case it leads to, nor whether two lead to one.
    expect(Buffer.from(made, 'base64url').toString('latin1')).not.toContain(shutOut.caseId);
    expect(pointers().create(shutOut.caseId).slice(0, 8)).not.toBe(made.slice(0, 8));
  });

  it('stands in no list, no count and no search', async () => {
    const handler = tabOf('handler');
    const hidden = [await saved({ handledBy: 'reserve' }), await saved({ excluded: [toPersonId(idByRole.handler)] })];
    const before = await handler.call('cases.counts', {});
    const everythingWaits = {
      urgency: 'urgent',
      unreadMessages: 1,
      toAcknowledge: true,
      sanitised: { digest: 'd', by: toPersonId('somebody-else') },
      receivedOn: addDays(toDay(bot.clock.now(), 'Europe/London'), -400),
      reviewOn: addDays(toDay(bot.clock.now(), 'Europe/London'), -1),
    } as const;
    hidden.push(await saved({ ...everythingWaits, excluded: [toPersonId(idByRole.handler)] }));
    hidden.push(await saved({ ...everythingWaits, handledBy: 'reserve' }));
    expect(await handler.call('cases.counts', {})).toEqual(before);
    for (const { caseId } of hidden) {
      bot.clock.forward(2_000);
      expect(await handler.call('cases.find', { text: caseId })).toEqual({ rows: [], people: [] });
      expect(await handler.call('cases.find', { text: caseId.slice(0, 6) })).toEqual({ rows: [], people: [] });
    }
    const listed = await handler.send('cases.list', { filter: { urgency: 'urgent' } });
    for (const { caseId } of hidden) expect(listed.text).not.toContain(caseId);
    expect(await handler.send('cases.list', { filter: { handledBy: 'reserve' } })).toMatchObject(refused);
    expect(await handler.send('cases.counts', { handledBy: 'reserve' })).toMatchObject(refused);
  });
});

describe('somebody to whom a token gives a role beside the one that a list gives', () => {
  it.each([
    ['handler', 'custodian'],
    ['handler', 'reserve'],
    ['reserve', 'custodian'],
  ] as const)('holds %s of the list and not %s of the token', async (onList, inToken) => {
    bot.clock.forward(1_000);
    const before = bot.log.length;
    const tab = bot.tab({ objectId: idByRole[onList], roles: [inToken, 'admin'], listed: false });
    expect((await tab.call('me', {})).roles).toEqual([onList, 'admin']);
    expect(linesSince(before)).toContainEqual(expect.objectContaining({ event: 'roleNotListed' }));
    expect((await tab.call('keys.mine', {})).groups).toHaveLength(1);
  });
});
