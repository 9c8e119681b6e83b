import type { OpenedReport } from '../../core/casework/decrypted-report.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import { isBlank } from '../../core/model/visible-text.ts';
import type { Passed } from '../../contract/answers.ts';
import type { CaseContext } from './case-context.ts';

interface ShownMessage {
  readonly key: string;
  readonly direction: 'fromReporter' | 'toReporter';
  readonly text: string;
  readonly at: string | undefined;
}

export function threadOf(
  opened: Pick<OpenedReport, 'thread'>,
  written: CaseContext['written'],
): readonly ShownMessage[] {
  const known = opened.thread.map(
    ({ direction, message, at }): ShownMessage => ({
      key: `${direction} ${message.number}`,
      direction,
      text: isBlank(message.text) ? '' : message.text,
      at,
    }),
  );
  const keys = new Set(known.map(({ key }) => key));
  const since = written
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

const kinds = { received: 'messageFromReporter', sent: 'messageToReporter', shared: 'identityShared' } as const;

export function passedIn(events: readonly Pick<EventRecord, 'kind'>[]): Passed {
  const count = (which: keyof Passed): number => events.filter(({ kind }) => kind === kinds[which]).length;
  return { received: count('received'), sent: count('sent'), shared: count('shared') };
}

/** Messages and shared identities since the opening: they are not open yet. */
export const newSince = (now: Passed, opened: Passed): number =>
  Math.max(0, now.received - opened.received) + Math.max(0, now.shared - opened.shared);

export const nextMessage = ({ sent }: Pick<Passed, 'sent'>): number => sent + 1;
