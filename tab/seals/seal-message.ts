import { base64urlnopad } from '@scure/base';
import type { Day } from '../../concerns/terms/calendar.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import { messageTag, type SealedMessage } from '../../concerns/records/sealed-message.ts';
import { sealTo } from '../../seals/make-seal.ts';

/** A message from those who handle a case to whoever reported it. */
export interface NewMessage {
  readonly caseId: CaseId;
  /** The messages to the reporter count from 1, without gaps. */
  readonly number: number;
  /** Names the message once, so that a repeat is not saved twice: the page's request. */
  readonly id: string;
  readonly text: string;
  /** Base64url, as it stands in the opened report. */
  readonly messageKey: string;
  readonly mailboxRecipient: string;
  /** The public lines of those who handle the case, so that they can read what they wrote. */
  readonly groupRecipients: readonly string[];
  readonly today: Day;
}

/**
 * A message sealed in the page to the mailbox of its report and authenticated by the key that stands in the report, as
 * the reporter's side verifies it. Throws SealError as `sealTo` does.
 */
export async function sealMessage(
  message: NewMessage,
): Promise<{ readonly id: string; readonly number: number; readonly sealed: string }> {
  const { caseId, number, id, text, today, messageKey } = message;
  const plain = { v: 1, caseId, direction: 'toReporter', number, id, writtenOn: today, text } as const;
  const key = base64urlnopad.decode(messageKey);
  const whole: SealedMessage = { ...plain, tag: messageTag(key, plain) };
  key.fill(0);
  const sealed = await sealTo(JSON.stringify(whole), [message.mailboxRecipient, ...message.groupRecipients]);
  return { id, number, sealed };
}
