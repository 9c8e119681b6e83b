import type { Day } from '../../core/model/calendar.ts';
import { SealError } from '../../core/ports/seal.ts';
import { loadPart } from '../ui/lazy-loader.ts';
import type { OpenedCase } from './case-context.ts';
import { type NotSealed, notSealed } from '../ui/request-status.ts';
import type { Result } from '../ui/tab-context.ts';
import type { Sealing } from '../crypto/seal-text.ts';

interface Message {
  readonly text: string;
  readonly number: number;
  readonly id: string;
  readonly today: Day;
}

const loadSealer = () =>
  Promise.all([
    loadPart('crypto/check-recipients.ts', () => import('../crypto/check-recipients.ts')),
    loadPart('crypto/seal-recipients.ts', () => import('../crypto/seal-recipients.ts')),
    loadPart('crypto/seal-message.ts', () => import('../crypto/seal-message.ts')),
    loadPart('crypto/verified-recipients.ts', () => import('../crypto/verified-recipients.ts')),
  ]);

export async function sealToReporter(
  { keys, record, signer }: Omit<Sealing, 'people'>,
  opened: OpenedCase,
  { text, number, id, today }: Message,
): Promise<Result<string, NotSealed>> {
  const sealer = await loadSealer().catch(() => undefined);
  if (sealer === undefined) return notSealed({ code: 'unavailable' });
  const [{ checkRecipients }, { handlersLines }, { sealMessage }, { isRefused, verifiedRecipients }] = sealer;
  const mine = await keys.loadMine();
  if (!mine.ok) return notSealed(mine.refusal);
  if (isRefused(verifiedRecipients(mine.value, signer))) return notSealed('listUnsigned');
  const { recipients } = mine.value;
  if (checkRecipients(recipients, keys.held).length > 0) return notSealed('otherKey');
  try {
    const { sealed } = await sealMessage({
      caseId: opened.record.caseId,
      number,
      id,
      text,
      today,
      messageKey: opened.report.report.messageKey,
      mailboxRecipient: opened.record.mailboxRecipient,
      groupRecipients: handlersLines({ handledBy: record.handledBy, recipients }),
    });
    return { ok: true, value: sealed };
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    return notSealed(error.code === 'noRecipient' ? 'noRecipient' : 'odd');
  }
}
