import { describe, expect, it } from '@jest/globals';
import { base64urlnopad } from '@scure/base';
import { identityOfSeed } from '../../../crypto/age-identity.ts';
import { caseIdOf, mailboxSeedOf, messageKeyOf } from '../../../core/model/return-code-keys.ts';
import { parseDay } from '../../../core/model/calendar.ts';
import { noteReaders } from '../../../core/model/event-record.ts';
import { drawReturnCode } from '../../../core/model/codes.ts';
import { isGenuine, sealedMessageSchema } from '../../../core/model/sealed-report.ts';
import { recipientOfSeed } from '../../../crypto/node/hybrid-recipient.ts';
import { openSealed } from '../../../crypto/decrypt-seal.ts';
import { sealFor } from '../../../tab/crypto/seal-recipients.ts';
import { sealMessage } from '../../../tab/crypto/seal-message.ts';
import { keyOf } from '../../support/tab/keys.ts';

const keys = {
  acu: keyOf(1, 'acu'),
  recovery: keyOf(2, 'recovery'),
  reserve: keyOf(3, 'reserve'),
  custodians: keyOf(4, 'custodians'),
  own: keyOf(5, 'personal'),
  assignee: keyOf(6, 'personal'),
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
  own: keys.own.recipient,
  assignee: keys.assignee.recipient,
} as const;

async function openers(sealed: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, key] of Object.entries(keys)) {
    if ((await openSealed(sealed, [key.identity]).catch(() => undefined)) === 'words') found.push(name);
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
      expect(await openers(await sealFor('words', reader, parties))).toEqual(expected[reader]);
    }
  });

  it('of a case of the reserve open for the reserve, and not for the unit', async () => {
    const ofReserve = { ...parties, handledBy: 'reserve' } as const;
    expect(await openers(await sealFor('words', 'handlers', ofReserve))).toEqual(['recovery', 'reserve']);
    expect(await openers(await sealFor('words', 'oversight', ofReserve))).toEqual(['recovery', 'reserve']);
    expect(await openers(await sealFor('words', 'custodians', ofReserve))).toEqual([
      'recovery',
      'reserve',
      'custodians',
    ]);
  });

  it('are sealed once for somebody who writes to themselves as the assignee', async () => {
    const sealed = await sealFor('words', 'assignee', { ...parties, assignee: parties.own });
    expect(await openers(sealed)).toEqual(['own']);
  });

  it('are not sealed where a key that is needed is not known, and never to recovery alone', async () => {
    const without = { ...parties, own: undefined, assignee: undefined, recipients: { ...recipients, acu: [] } };
    for (const reader of noteReaders) {
      await expect(sealFor('words', reader, without)).rejects.toMatchObject({ code: 'noRecipient' });
    }
    const noCustodians = { ...parties, recipients: { ...recipients, custodians: [] } };
    await expect(sealFor('words', 'custodians', noCustodians)).rejects.toMatchObject({ code: 'noRecipient' });
  });
});

describe('a message to the reporter', () => {
  const code = drawReturnCode((bytes) => new Uint8Array(bytes).fill(9));
  const today = parseDay('2026-11-25');
  const seed = mailboxSeedOf(code);

  it('opens with the return code and with the handlers’ key, and is genuine', async () => {
    if (today === undefined) throw new Error('a day');
    const key = messageKeyOf(code);
    const made = await sealMessage({
      caseId: caseIdOf(code),
      number: 2,
      id: '00112233445566778899aabbccddeeff',
      text: 'A question, with ŵ.',
      messageKey: base64urlnopad.encode(key),
      mailboxRecipient: recipientOfSeed(seed),
      groupRecipients: [keys.acu.recipient],
      today,
    });
    expect(made).toMatchObject({ number: 2, id: '00112233445566778899aabbccddeeff' });
    for (const identity of [identityOfSeed(seed), keys.acu.identity]) {
      const message = sealedMessageSchema.parse(JSON.parse(await openSealed(made.sealed, [identity])));
      expect(message).toMatchObject({ direction: 'toReporter', number: 2, text: 'A question, with ŵ.' });
      expect(isGenuine(key, message)).toBe(true);
    }
  });
});
