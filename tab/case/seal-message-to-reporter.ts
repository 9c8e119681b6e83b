import type { Day } from '../../core/model/calendar.ts';
import { SealError } from '../../core/ports/seal.ts';
import { loadModule } from '../ui/lazy-module.ts';
import type { DecryptedCase } from './case-context.ts';
import { type SealingRefusal, sealingRefusal } from '../ui/change-outcome.ts';
import type { Result } from '../ui/tab-context.ts';
import type { SealContext } from '../crypto/seal-note-text.ts';

interface Message {
  readonly text: string;
  readonly number: number;
  readonly id: string;
  readonly today: Day;
}

const loadSealModules = () =>
  Promise.all([
    loadModule('crypto/find-recipient-warnings.ts', () => import('../crypto/find-recipient-warnings.ts')),
    loadModule('crypto/reader-recipients.ts', () => import('../crypto/reader-recipients.ts')),
    loadModule('crypto/seal-message.ts', () => import('../crypto/seal-message.ts')),
    loadModule('crypto/verify-recipient-list.ts', () => import('../crypto/verify-recipient-list.ts')),
  ]);

export async function sealMessageToReporter(
  { keys, record, signer }: Omit<SealContext, 'loadPeople'>,
  decryptedCase: DecryptedCase,
  { text, number, id, today }: Message,
): Promise<Result<string, SealingRefusal>> {
  const sealer = await loadSealModules().catch(() => undefined);
  if (sealer === undefined) return sealingRefusal({ code: 'unavailable' });
  const [
    { findRecipientWarnings },
    { handlerRecipients },
    { sealMessage },
    { isUntrustedRecipientList, verifyRecipientList },
  ] = sealer;
  const mine = await keys.loadMine();
  if (!mine.ok) return sealingRefusal(mine.refusal);
  if (isUntrustedRecipientList(verifyRecipientList(mine.value, signer))) return sealingRefusal('listUnsigned');
  const { recipients } = mine.value;
  if (findRecipientWarnings(recipients, keys.unlocked).length > 0) return sealingRefusal('otherKey');
  try {
    const { sealed } = await sealMessage({
      caseId: decryptedCase.record.caseId,
      number,
      id,
      text,
      today,
      messageKey: decryptedCase.report.report.messageKey,
      mailboxRecipient: decryptedCase.record.mailboxRecipient,
      groupRecipients: handlerRecipients({ handledBy: record.handledBy, recipients }),
    });
    return { ok: true, value: sealed };
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    return sealingRefusal(error.code === 'noRecipient' ? 'noRecipient' : 'odd');
  }
}
