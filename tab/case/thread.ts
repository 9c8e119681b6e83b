import { isBlank } from '../../concerns/terms/blank.ts';
import type { OpenedReport } from '../../concerns/casework/opened-report.ts';
import type { CaseContext } from './case-context.ts';

/** A message as it is shown. Only genuine ones come this far. */
export interface ShownMessage {
  readonly key: string;
  readonly direction: 'fromReporter' | 'toReporter';
  /** Empty where the reporter says that there is nothing to add. */
  readonly text: string;
  /** When it was saved, or `undefined` where it was sent from this page since. */
  readonly at: string | undefined;
}

/** The messages of both directions in their order, with those that were sent from this page since. */
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
