import type { OpenedReport } from '../../concerns/casework/opened-report.ts';

/** An alarm about what is not as it was written in a case that was opened. */
export type Alarm = 'history' | 'record' | 'messages' | 'labels' | 'identity' | 'moved' | 'damaged' | 'file' | 'notes';

/** The alarms that somebody who opened a case must be told before they rely on it. */
export const alarmsOf = (
  opened: Pick<OpenedReport, 'historyIsWhole' | 'recordIsAsWritten' | 'doubtful' | 'mislabelled' | 'otherIdentity'>,
): readonly Alarm[] => [
  ...(opened.historyIsWhole ? [] : (['history'] as const)),
  ...(opened.recordIsAsWritten ? [] : (['record'] as const)),
  ...(opened.doubtful > 0 ? (['messages'] as const) : []),
  ...(opened.mislabelled.length > 0 ? (['labels'] as const) : []),
  ...(opened.otherIdentity === undefined ? [] : (['identity'] as const)),
];

/** Whether an alarm leaves a message to be written: words of a colleague that do not open say nothing of the reporter. */
export const letsWrite = (alarm: Alarm): boolean => alarm === 'notes';
