import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityFromSeed } from '../../crypto/age-identity.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { deriveCaseId } from '../../core/model/return-code-keys.ts';
import { generateReturnCode, type ReturnCode, formatReturnCode } from '../../core/model/return-code.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { recipientFromIdentitySync } from '../../crypto/node/hybrid-recipient.ts';
import { type Operation, operations } from '../../contract/operations.ts';
import { newCaseId } from '../support/contracts/records.ts';
import { createPageClient } from '../support/journeys/page-client.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import type { TabClient } from '../support/journeys/tab-client.ts';
import { createCountingStore, type CountingStore, requestCalls } from '../support/access/counting-store.ts';
import { keyGeneration } from '../support/access/key-generation.ts';
import { tabRows } from '../support/access/tab-table.ts';
import { saveCase } from '../support/journeys/save-case.ts';

const isOperation = (name: string): name is Operation => Object.hasOwn(operations, name);
const ofACase = Object.keys(operations)
  .filter(isOperation)
  .filter((name) => Object.hasOwn(operations[name].body.shape, 'caseId'))
  // A reporter names a case by its code: they are asked for a proof, and refused nothing.
  .filter((name) => !name.startsWith('report.'));
const signingKey = generateKeyPairSync('ed25519')
  .privateKey.export({ format: 'der', type: 'pkcs8' })
  .toString('base64');
/** As long as the seal of a long report with many recipients. */
const longSeal = randomBytes(60_000).toString('base64');

let bot: RunningBot;
let counting: CountingStore;
let handler: TabClient;
let custodian: TabClient;
beforeAll(async () => {
  const objectId = randomUUID();
  bot = await startBot({
    entryPoint: 'dialog',
    environment: { ROLE_HANDLERS: objectId, EXPORT_SIGNING_KEY: signingKey },
    wrapParts: ({ store, seal }) => {
      counting = createCountingStore(store);
      return { store: counting.store, seal };
    },
  });
  handler = bot.tab({ objectId });
  custodian = bot.tab({ objectId: randomUUID(), roles: ['custodian'] });
  // Whoever comes for the first time is remembered.
  for (const tab of [handler, custodian]) await tab.call('me', {});
});
afterAll(() => bot.stop());

const saved = (standing: Partial<CaseRecord>) => saveCase(bot, { sealedReport: longSeal, ...standing });

const bodyOf = (name: Operation, recipient: string): unknown =>
  tabRows[name].body({
    caseId: newCaseId(),
    other: newCaseId(),
    revision: 0,
    today: bot.clock.now(),
    objectId: handler.objectId,
    role: 'handler',
    recipient,
    generation: keyGeneration(bot, undefined),
  });

describe('a refusal', () => {
  it.each(ofACase)('of %s asks the store the same, whether there is such a case or not', async (name) => {
    const tab = name.startsWith('identity.') ? custodian : handler;
    const shutOut = {
      excluded: [toPersonId(randomUUID()), toPersonId(tab.objectId)],
      mode: 'confidential',
      sealedIdentity: longSeal,
    } as const;
    const records = [
      undefined,
      await saved(shutOut),
      ...(tab === handler ? [await saved({ handledBy: 'reserve' }), await saved({ tenantId: 'another' })] : []),
      await saved({ ...shutOut, handledBy: 'reserve' }),
    ];
    const other = (await saved({ sealedReport: 'c2VhbA==' })).caseId;
    const answers = new Set<string>();
    const asked = new Set<string>();
    for (const record of records) {
      bot.clock.forward(5_000);
      counting.take();
      const body = tabRows[name].body({
        caseId: record?.caseId ?? newCaseId(),
        other,
        revision: 0,
        today: bot.clock.now(),
        objectId: tab.objectId,
        role: tab === custodian ? 'custodian' : 'handler',
        recipient: recipientFromIdentitySync(identityFromSeed(randomBytes(32))),
        generation: keyGeneration(bot, undefined),
      });
      const { status, text } = await tab.send(name, body);
      const taken = counting.take();
      answers.add(`${status} ${text}`);
      asked.add(requestCalls(taken).join(', '));
      // What tells one case from another is not read before it is known that they may have it.
      expect(JSON.stringify(taken).includes(longSeal)).toBe(false);
    }
    expect([...answers]).toEqual(['403 {"code":"refused"}']);
    expect([...asked]).toHaveLength(1);
  });

  it.each(['report.find', 'report.add', 'report.doubt'] as const)(
    'is not what %s answers: the store is asked nothing, whether there is such a case or not, before a proof',
    async (name) => {
      const recipient = recipientFromIdentitySync(identityFromSeed(randomBytes(32)));
      const records = [undefined, await saved({ mailboxRecipient: recipient }), await saved({})];
      for (const record of records) {
        bot.clock.forward(5_000);
        const body = { ...Object(bodyOf(name, recipient)), caseId: record?.caseId ?? newCaseId() };
        counting.take();
        const { status, text } = await handler.send(name, body);
        expect([status, JSON.parse(text)]).toEqual([200, { kind: 'prove', challenge: expect.any(String) }]);
        expect(requestCalls(counting.take())).toEqual([]);
      }
    },
  );

  it('of a code asks the store the same, whether there is no report or one with another mailbox', async () => {
    const asked = new Set<string>();
    const texts = new Set<string>();
    const page = createPageClient(bot.tab({ objectId: randomUUID() }), 'en');
    await page.press('comeBack');
    const codes: readonly (readonly [ReturnCode, Partial<CaseRecord> | undefined])[] = Array.from(
      { length: 3 },
      (_, place) => [
        generateReturnCode((bytes) => new Uint8Array(randomBytes(bytes))),
        [
          undefined,
          { mailboxRecipient: recipientFromIdentitySync(identityFromSeed(randomBytes(32))) },
          { tenantId: 'another' },
        ][place],
      ],
    );
    for (const [code, standing] of codes) {
      if (standing) await saved({ caseId: deriveCaseId(code), ...standing });
      bot.clock.forward(5_000);
      page.fill('code', formatReturnCode(code));
      counting.take();
      await page.press('next');
      const taken = counting.take();
      asked.add(requestCalls(taken).join(', '));
      texts.add(page.card().text);
      expect(JSON.stringify(taken).includes(longSeal)).toBe(false);
    }
    expect([...asked]).toHaveLength(1);
    expect(texts.size).toBe(1);
  });
});
