import type { Day } from '../../concerns/terms/calendar.ts';
import { SealError } from '../../concerns/ports/seal.ts';
import { loadPart } from '../parts/load-part.ts';
import type { OpenedCase } from './case-context.ts';
import { type NotSealed, notSealed } from '../parts/sending.ts';
import type { Result } from '../parts/tab-context.ts';
import type { Sealing } from '../seals/seal-words.ts';

interface Message {
  readonly text: string;
  readonly number: number;
  readonly id: string;
  readonly today: Day;
}

const loadSealer = () =>
  Promise.all([
    loadPart('seals/check-recipients.ts', () => import('../seals/check-recipients.ts')),
    loadPart('seals/seal-for.ts', () => import('../seals/seal-for.ts')),
    loadPart('seals/seal-message.ts', () => import('../seals/seal-message.ts')),
    loadPart('seals/verified-recipients.ts', () => import('../seals/verified-recipients.ts')),
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
