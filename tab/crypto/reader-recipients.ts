import type { NoteReader } from '../../core/model/event-record.ts';
import type { Recipients } from '../../core/model/public-keys.ts';
import { SealError } from '../../core/ports/seal.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import { sealText } from '../../crypto/seal-text.ts';

export interface RecipientSources {
  readonly handledBy: HandledBy;
  readonly recipients: Recipients;
  readonly ownRecipient?: string;
  readonly assignee?: string;
}

const requireRecipient = (recipient: string | undefined): string => {
  if (recipient === undefined) throw new SealError('noRecipient');
  return recipient;
};

/** Recovery opens with a case's handlers, never alone. Throws SealError `noRecipient` if they have no key. */
export function handlerRecipients({
  handledBy,
  recipients,
}: Pick<RecipientSources, 'handledBy' | 'recipients'>): readonly string[] {
  if (recipients[handledBy].length === 0) throw new SealError('noRecipient', handledBy);
  return [...recipients[handledBy], ...recipients.recovery];
}

/** The reserve reads why someone was excluded from a case of the unit, and nothing else of it. */
function reserveRecipients({ recipients }: Pick<RecipientSources, 'recipients'>): readonly string[] {
  if (recipients.reserve.length === 0) throw new SealError('noRecipient', 'reserve');
  return recipients.reserve;
}

/** Throws SealError `noRecipient` if a needed key is not known. */
export function readerRecipients(reader: NoteReader, sources: RecipientSources): readonly string[] {
  if (reader === 'handlers') return handlerRecipients(sources);
  if (reader === 'self') return [requireRecipient(sources.ownRecipient)];
  if (reader === 'oversight') return [...new Set([...handlerRecipients(sources), ...reserveRecipients(sources)])];
  if (reader === 'assignee') return [requireRecipient(sources.assignee), requireRecipient(sources.ownRecipient)];
  const { custodians } = sources.recipients;
  if (custodians.length === 0) throw new SealError('noRecipient', 'custodians');
  return [...custodians, ...handlerRecipients(sources)];
}

export const sealForReader = async (text: string, reader: NoteReader, sources: RecipientSources): Promise<string> =>
  await sealText(text, readerRecipients(reader, sources));
