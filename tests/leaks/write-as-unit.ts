import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDay } from '../../core/model/calendar.ts';
import type { CaseId } from '../../core/model/codes.ts';
import { recipientOfIdentity } from '../../crypto/node/hybrid-recipient.ts';
import { fingerprintOf } from '../../core/model/recipients.ts';
import { callOpening } from '../../tab/case/fetch-decryption.ts';
import type { OpenedCase } from '../../tab/case/case-context.ts';
import { passedIn } from '../../tab/case/thread.ts';
import { nextMessage } from '../../tab/case/thread.ts';
import { sealToReporter } from '../../tab/case/seal-to-reporter.ts';
import { openSealed } from '../../crypto/decrypt-seal.ts';
import { openCase } from '../../tab/crypto/decrypt-case.ts';
import { callOf } from '../support/journeys/page-client.ts';
import { newRequest, type TabClient } from '../support/journeys/tab-client.ts';

/** The unit's private key, as development has it in a folder. Throws where there is none. */
export function unitsKey(folder: string): string {
  const [identity] = /AGE-SECRET-KEY-PQ-1\w+/u.exec(readFileSync(join(folder, 'acu.identity'), 'utf8')) ?? [];
  if (identity === undefined) throw new Error('the unit has no key');
  return identity;
}

/**
 * Opens a case with the unit's key and writes to its reporter by the functions of a handler's page: what is written
 * leaves them sealed to the mailbox. Throws where it was refused.
 */
export async function writeAsUnit(tab: TabClient, identity: string, caseId: CaseId, text: string): Promise<void> {
  const call = callOf(tab);
  const { today } = await tab.call('me', {});
  const handed = await callOpening(call, caseId, (sealed) => openSealed(sealed, [identity]));
  if (!handed.ok) throw new Error(`the case was not handed out: ${handed.refusal.code}`);
  const { record, events: entries } = handed.value;
  const passed = passedIn(entries);
  const opened: OpenedCase = {
    report: await openCase(handed.value, [identity]),
    record,
    entries,
    added: [],
    closedNotes: [],
    passed,
  };
  const recipient = recipientOfIdentity(identity);
  const held = [{ group: 'acu' as const, recipient, fingerprint: fingerprintOf(recipient) }];
  const keys = { held, keysOf: () => [], loadMine: () => call('keys.mine', {}) };
  const day = parseDay(today);
  if (day === undefined) throw new Error('the server names no day');
  const [id, number] = [newRequest(), nextMessage(passed)];
  const sealed = await sealToReporter({ keys, record }, opened, { text, number, id, today: day });
  if (!sealed.ok)
    throw new Error(
      `the message was not sealed: ${typeof sealed.refusal.why === 'string' ? sealed.refusal.why : sealed.refusal.why.code}`,
    );
  const message = { caseId, request: newRequest(), id, number, sealed: sealed.value, confirmed: true } as const;
  await tab.call('case.messageReporter', message);
}
