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
    'isHistoryWhole' | 'isRecordAsWritten' | 'unverifiedCount' | 'termMismatches' | 'otherIdentity'
  >,
): readonly IntegrityAlarm[] => [
  ...(decryptedReport.isHistoryWhole ? [] : (['history'] as const)),
  ...(decryptedReport.isRecordAsWritten ? [] : (['record'] as const)),
  ...(decryptedReport.unverifiedCount > 0 ? (['messages'] as const) : []),
  ...(decryptedReport.termMismatches.length > 0 ? (['labels'] as const) : []),
  ...(decryptedReport.otherIdentity === undefined ? [] : (['identity'] as const)),
];

/** A colleague's words that do not decrypt say nothing about the reporter. */
export const allowsMessages = (alarm: IntegrityAlarm): boolean => alarm === 'notes';
