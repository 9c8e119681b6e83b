import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateX25519Identity, identityToRecipient, Encrypter } from 'age-encryption';
import { padText } from '../../crypto/padding.ts';
import { sealText } from '../../crypto/seal-text.ts';
import { generateKeyPair } from '../../crypto/identity-file-writer.ts';
import { createCase, createAlert, firstEvent } from '../support/contracts/records.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { tenantId } from '../support/journeys/bot-settings.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({ entryPoint: 'dialog', environment: { MESSAGES_TO_REPORTERS: 'yes' } });
let handler: TabClient;
beforeAll(() => {
  handler = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
});
beforeEach(() => bot.clock.forward(60_000));

const canary = 'Words of a handler that nobody sealed, marked';
const inBase64 = (bytes: string | Uint8Array): string => Buffer.from(bytes).toString('base64');

/** What is no seal, by what it is. */
async function junk(): Promise<readonly (readonly [string, string])[]> {
  const line = (await generateKeyPair()).recipient;
  const sealed = await sealText(canary, [line]);
  const classic = new Encrypter();
  classic.addRecipient(await identityToRecipient(await generateX25519Identity()));
  const passphrase = new Encrypter();
  passphrase.setScryptWorkFactor(2);
  passphrase.setPassphrase('a passphrase');
  const unpadded = new Encrypter();
  unpadded.addRecipient(line);
  return [
    ['three bytes', 'AAAA'],
    ['words in base64', inBase64(canary)],
    ['words as long as a seal', inBase64(padText(canary))],
    [
      'the header of a seal and words',
      inBase64(`${Buffer.from(sealed, 'base64').toString('latin1', 0, 1_600)}${canary}`),
    ],
    ['a seal that was cut', inBase64(Buffer.from(sealed, 'base64').subarray(0, -1))],
    ['a seal for a recipient that is not post-quantum', inBase64(await classic.encrypt(padText(canary)))],
    ['a seal for a passphrase', inBase64(await passphrase.encrypt(padText(canary)))],
    ['a seal whose length says how long its text is', inBase64(await unpadded.encrypt(canary))],
  ];
}

async function aStandingCase() {
  const record = createCase({ tenantId, status: 'acknowledged' });
  const first = firstEvent(record.caseId);
  const chain = { sequence: first.sequence, hash: first.hash };
  await bot.store().cases.create({ ...record, chain }, createAlert(record.caseId), [first]);
  return record.caseId;
}

describe('what the unit sends as sealed', () => {
  it('is kept only if it is a seal by its shape: junk and words in clear are refused, and leave nothing', async () => {
    const caseId = await aStandingCase();
    const before = await bot.store().history.readAll(caseId);
    for (const [what, sealed] of await junk()) {
      const request = newRequestId();
      const words = { for: 'handlers', sealed };
      const bodies = [
        ['case.note', { caseId, request, words }],
        ['case.logEntry', { caseId, request, as: 'decision', words }],
        ['case.messageReporter', { caseId, request, id: newRequestId(), number: 1, sealed, confirmed: true }],
        ['case.excludePerson', { caseId, request, person: randomUUID(), words: { for: 'oversight', sealed } }],
        ['case.askIdentity', { caseId, request, words: { for: 'custodians', sealed } }],
        ['keys.wrap', { envelopes: [{ objectId: handler.objectId, group: 'acu', sealed, vouch: 'v'.repeat(86) }] }],
      ] as const;
      for (const [name, body] of bodies) {
        bot.clock.forward(1_000);
        const { status, text } = await handler.send(name, body);
        expect({ what, name, status, text }).toEqual({
          what,
          name,
          status: 400,
          text: JSON.stringify({ code: 'odd' }),
        });
      }
    }
    expect(await bot.store().history.readAll(caseId)).toEqual(before);
    expect(bot.log.join('')).not.toContain(canary);
  });

  it('is for as many as it has to be: a message for its reporter as well, an envelope for one person alone', async () => {
    const caseId = await aStandingCase();
    const [one, two] = [(await generateKeyPair()).recipient, (await generateKeyPair()).recipient];
    const message = { caseId, request: newRequestId(), id: newRequestId(), number: 1, confirmed: true } as const;
    const forNobodyElse = await sealText('words', [one]);
    expect((await handler.send('case.messageReporter', { ...message, sealed: forNobodyElse })).status).toBe(400);
    await handler.call('keys.publish', { recipient: one });
    const envelope = { objectId: handler.objectId, group: 'acu', vouch: 'v'.repeat(86) } as const;
    const forTwo = await sealText('words', [one, two]);
    expect((await handler.send('keys.wrap', { envelopes: [{ ...envelope, sealed: forTwo }] })).status).toBe(400);
    await handler.call('keys.wrap', { envelopes: [{ ...envelope, sealed: forNobodyElse }] });
    await handler.call('case.messageReporter', { ...message, sealed: forTwo });
  });
});
