import type { DecryptedReport } from '../../core/casework/decrypt-report.ts';

export type IntegrityAlarm =
  | 'history'
  | 'record'
  | 'messages'
  | 'labels'
  | 'identity'
  | 'moved'
  | 'damaged'
  | 'file'
  | 'notes';

export const findIntegrityAlarms = (
  decryptedReport: Pick<
    DecryptedReport,
    'historyIsWhole' | 'recordIsAsWritten' | 'doubtful' | 'mislabelled' | 'otherIdentity'
  >,
): readonly IntegrityAlarm[] => [
  ...(decryptedReport.historyIsWhole ? [] : (['history'] as const)),
  ...(decryptedReport.recordIsAsWritten ? [] : (['record'] as const)),
  ...(decryptedReport.doubtful > 0 ? (['messages'] as const) : []),
  ...(decryptedReport.mislabelled.length > 0 ? (['labels'] as const) : []),
  ...(decryptedReport.otherIdentity === undefined ? [] : (['identity'] as const)),
];

/** A colleague's words that do not decrypt say nothing about the reporter. */
export const allowsMessages = (alarm: IntegrityAlarm): boolean => alarm === 'notes';
