import { base64urlnopad } from '@scure/base';
import type { Day } from '../../core/model/calendar.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { messageTag, type SealedMessage } from '../../core/model/sealed-report.ts';
import { sealText } from '../../crypto/seal-text.ts';

export interface NewMessage {
  readonly caseId: CaseId;
  /** The messages to the reporter count from 1, without gaps. */
  readonly number: number;
  readonly id: string;
  readonly text: string;
  /** Base64url, as in the report. */
  readonly messageKey: string;
  readonly mailboxRecipient: string;
  readonly groupRecipients: readonly string[];
  readonly today: Day;
}

/** Authenticated by the report's key, as the reporter's side verifies it. Throws SealError as `sealText` does. */
export async function sealMessage(
  message: NewMessage,
): Promise<{ readonly id: string; readonly number: number; readonly sealed: string }> {
  const { caseId, number, id, text, today, messageKey } = message;
  const plain = { v: 1, caseId, direction: 'toReporter', number, id, writtenOn: today, text } as const;
  const key = base64urlnopad.decode(messageKey);
  const whole: SealedMessage = { ...plain, tag: messageTag(key, plain) };
  key.fill(0);
  const sealed = await sealText(JSON.stringify(whole), [message.mailboxRecipient, ...message.groupRecipients]);
  return { id, number, sealed };
}
