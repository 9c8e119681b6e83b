import { describe, expect, it } from '@jest/globals';
import { base64urlnopad } from '@scure/base';
import { identityFromSeed } from '../../../crypto/age-identity.ts';
import { deriveCaseId, deriveMailboxSeed, deriveMessageKey } from '../../../core/model/return-code-keys.ts';
import { parseDay } from '../../../core/model/calendar.ts';
import { noteReaders } from '../../../core/model/event-record.ts';
import { generateReturnCode } from '../../../core/model/return-code.ts';
import { isMessageAuthentic, sealedMessageSchema } from '../../../core/model/sealed-report.ts';
import { recipientFromSeed } from '../../../crypto/node/hybrid-recipient.ts';
import { decryptSeal } from '../../../crypto/decrypt-seal.ts';
import { sealForReader } from '../../../tab/crypto/reader-recipients.ts';
import { sealMessage } from '../../../tab/crypto/seal-message.ts';
import { createHeldKey } from '../../support/tab/keys.ts';

const keys = {
  acu: createHeldKey(1, 'acu'),
  recovery: createHeldKey(2, 'recovery'),
  reserve: createHeldKey(3, 'reserve'),
  custodians: createHeldKey(4, 'custodians'),
  own: createHeldKey(5, 'personal'),
  assignee: createHeldKey(6, 'personal'),
};
const recipients = {
  acu: [keys.acu.recipient],
  recovery: [keys.recovery.recipient],
  reserve: [keys.reserve.recipient],
  custodians: [keys.custodians.recipient],
};
const parties = {
  handledBy: 'acu',
  recipients,
  ownRecipient: keys.own.recipient,
  assignee: keys.assignee.recipient,
} as const;

async function openers(sealed: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, key] of Object.entries(keys)) {
    if ((await decryptSeal(sealed, [key.identity]).catch(() => undefined)) === 'words') found.push(name);
  }
  return found;
}

describe('words of a handler', () => {
  it('open for exactly those whom they are for', async () => {
    const expected = {
      handlers: ['acu', 'recovery'],
      assignee: ['own', 'assignee'],
      self: ['own'],
      custodians: ['acu', 'recovery', 'custodians'],
      oversight: ['acu', 'recovery', 'reserve'],
    };
    for (const reader of noteReaders) {
      expect(await openers(await sealForReader('words', reader, parties))).toEqual(expected[reader]);
    }
  });

  it('of a case of the reserve open for the reserve, and not for the unit', async () => {
    const ofReserve = { ...parties, handledBy: 'reserve' } as const;
    expect(await openers(await sealForReader('words', 'handlers', ofReserve))).toEqual(['recovery', 'reserve']);
    expect(await openers(await sealForReader('words', 'oversight', ofReserve))).toEqual(['recovery', 'reserve']);
    expect(await openers(await sealForReader('words', 'custodians', ofReserve))).toEqual([
      'recovery',
      'reserve',
      'custodians',
    ]);
  });

  it('are sealed once for somebody who writes to themselves as the assignee', async () => {
    const sealed = await sealForReader('words', 'assignee', { ...parties, assignee: parties.ownRecipient });
    expect(await openers(sealed)).toEqual(['own']);
  });

  it('are not sealed where a key that is needed is not known, and never to recovery alone', async () => {
    const without = {
      ...parties,
      ownRecipient: undefined,
      assignee: undefined,
      recipients: { ...recipients, acu: [] },
    };
    for (const reader of noteReaders) {
      await expect(sealForReader('words', reader, without)).rejects.toMatchObject({ code: 'noRecipient' });
    }
    const noCustodians = { ...parties, recipients: { ...recipients, custodians: [] } };
    await expect(sealForReader('words', 'custodians', noCustodians)).rejects.toMatchObject({ code: 'noRecipient' });
  });
});

describe('a message to the reporter', () => {
  const code = generateReturnCode((bytes) => new Uint8Array(bytes).fill(9));
  const today = parseDay('2026-11-25');
  const seed = deriveMailboxSeed(code);

  it('opens with the return code and with the handlers’ key, and is genuine', async () => {
    if (today === undefined) throw new Error('a day');
    const key = deriveMessageKey(code);
    const made = await sealMessage({
      caseId: deriveCaseId(code),
      number: 2,
      id: '00112233445566778899aabbccddeeff',
      text: 'A question, with ŵ.',
      messageKey: base64urlnopad.encode(key),
      mailboxRecipient: recipientFromSeed(seed),
      groupRecipients: [keys.acu.recipient],
      today,
    });
    expect(made).toMatchObject({ number: 2, id: '00112233445566778899aabbccddeeff' });
    for (const identity of [identityFromSeed(seed), keys.acu.identity]) {
      const message = sealedMessageSchema.parse(JSON.parse(await decryptSeal(made.sealed, [identity])));
      expect(message).toMatchObject({ direction: 'toReporter', number: 2, text: 'A question, with ŵ.' });
      expect(isMessageAuthentic(key, message)).toBe(true);
    }
  });
});
