import type { OpenedReport } from '../../core/casework/decrypted-report.ts';

export type Alarm = 'history' | 'record' | 'messages' | 'labels' | 'identity' | 'moved' | 'damaged' | 'file' | 'notes';

export const alarmsOf = (
  opened: Pick<OpenedReport, 'historyIsWhole' | 'recordIsAsWritten' | 'doubtful' | 'mislabelled' | 'otherIdentity'>,
): readonly Alarm[] => [
  ...(opened.historyIsWhole ? [] : (['history'] as const)),
  ...(opened.recordIsAsWritten ? [] : (['record'] as const)),
  ...(opened.doubtful > 0 ? (['messages'] as const) : []),
  ...(opened.mislabelled.length > 0 ? (['labels'] as const) : []),
  ...(opened.otherIdentity === undefined ? [] : (['identity'] as const)),
];

/** A colleague's words that do not open say nothing about the reporter. */
export const letsWrite = (alarm: Alarm): boolean => alarm === 'notes';
