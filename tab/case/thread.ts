import { isBlank } from '../../concerns/terms/blank.ts';
import type { OpenedReport } from '../../concerns/casework/opened-report.ts';
import type { CaseContext } from './case-context.ts';

export interface ShownMessage {
  readonly key: string;
  readonly direction: 'fromReporter' | 'toReporter';
  /** Empty if the reporter has nothing to add. */
  readonly text: string;
  /** `undefined` if it was sent from this page since. */
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
