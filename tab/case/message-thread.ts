import type { DecryptedReport } from '../../core/casework/decrypt-report.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import { isBlank } from '../../core/model/invisible-characters.ts';
import type { MessageCounts } from '../../contract/operation-answers.ts';
import type { CaseContext } from './case-context.ts';

interface ShownMessage {
  readonly key: string;
  readonly direction: 'fromReporter' | 'toReporter';
  readonly text: string;
  readonly at: string | undefined;
}

export function buildThread(
  decryptedReport: Pick<DecryptedReport, 'thread'>,
  sentMessages: CaseContext['sentMessages'],
): readonly ShownMessage[] {
  const known = decryptedReport.thread.map(
    ({ direction, message, at }): ShownMessage => ({
      key: `${direction} ${message.number}`,
      direction,
      text: isBlank(message.text) ? '' : message.text,
      at,
    }),
  );
  const keys = new Set(known.map(({ key }) => key));
  const since = sentMessages
    .map(
      ({ number, text }): ShownMessage => ({
        key: `toReporter ${number}`,
        direction: 'toReporter',
        text,
        at: undefined,
      }),
    )
    .filter(({ key }) => !keys.has(key));
  return [...known, ...since];
}

const messageKinds = { received: 'messageFromReporter', sent: 'messageToReporter', shared: 'identityShared' } as const;

export function countMessages(events: readonly Pick<EventRecord, 'kind'>[]): MessageCounts {
  const count = (which: keyof MessageCounts): number =>
    events.filter(({ kind }) => kind === messageKinds[which]).length;
  return { received: count('received'), sent: count('sent'), shared: count('shared') };
}

/** Messages and shared identities since the opening, not decrypted yet. */
export const countNewMessages = (now: MessageCounts, opened: MessageCounts): number =>
  Math.max(0, now.received - opened.received) + Math.max(0, now.shared - opened.shared);

export const nextMessageNumber = ({ sent }: Pick<MessageCounts, 'sent'>): number => sent + 1;
