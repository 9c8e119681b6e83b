import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDay } from '../../core/model/calendar.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { recipientFromIdentitySync } from '../../crypto/node/hybrid-recipient.ts';
import { keyFingerprint } from '../../core/model/public-keys.ts';
import { fetchReleasedSeals } from '../../tab/case/fetch-released-seals.ts';
import type { DecryptedCase } from '../../tab/case/case-context.ts';
import { countMessages } from '../../tab/case/message-thread.ts';
import { nextMessageNumber } from '../../tab/case/message-thread.ts';
import { sealMessageToReporter } from '../../tab/case/seal-message-to-reporter.ts';
import { decryptSeal } from '../../crypto/decrypt-seal.ts';
import { decryptReleasedSeals } from '../../tab/crypto/decrypt-released-seals.ts';
import { createCall } from '../support/journeys/page-client.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';

/** The unit's private key, as development has it in a folder. Throws where there is none. */
export function readUnitKey(folder: string): string {
  const [identity] = /AGE-SECRET-KEY-PQ-1\w+/u.exec(readFileSync(join(folder, 'acu.identity'), 'utf8')) ?? [];
  if (identity === undefined) throw new Error('the unit has no key');
  return identity;
}

/**
 * Opens a case with the unit's key and writes to its reporter by the functions of a handler's page: what is written
 * leaves them sealed to the mailbox. Throws where it was refused.
 */
export async function writeAsUnit(tab: TabClient, identity: string, caseId: CaseId, text: string): Promise<void> {
  const call = createCall(tab);
  const { today } = await tab.call('me', {});
  const handed = await fetchReleasedSeals(call, caseId, (sealed) => decryptSeal(sealed, [identity]));
  if (!handed.ok) throw new Error(`the case was not handed out: ${handed.refusal.code}`);
  const { record, events: entries } = handed.value;
  const passed = countMessages(entries);
  const opened: DecryptedCase = {
    report: await decryptReleasedSeals(handed.value, [identity]),
    record,
    entries,
    addedFiles: [],
    undecryptedNotes: [],
    messageCounts: passed,
  };
  const recipient = recipientFromIdentitySync(identity);
  const held = [{ group: 'acu' as const, recipient, fingerprint: keyFingerprint(recipient) }];
  const keys = { unlocked: held, getKeys: () => [], loadMine: () => call('keys.mine', {}) };
  const day = parseDay(today);
  if (day === undefined) throw new Error('the server names no day');
  const [id, number] = [newRequestId(), nextMessageNumber(passed)];
  const sealed = await sealMessageToReporter({ keys, record }, opened, { text, number, id, today: day });
  if (!sealed.ok)
    throw new Error(
      `the message was not sealed: ${typeof sealed.refusal.why === 'string' ? sealed.refusal.why : sealed.refusal.why.code}`,
    );
  const message = { caseId, request: newRequestId(), id, number, sealed: sealed.value, confirmed: true } as const;
  await tab.call('case.messageReporter', message);
}
