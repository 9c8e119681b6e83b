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

/** Whether what people decided can be read from this history: nobody put an entry or a card in its place. */
export const trustsDecisions = (alarms: readonly IntegrityAlarm[]): boolean =>
  !alarms.includes('history') && !alarms.includes('record');

/** A colleague's words that do not decrypt say nothing about the reporter. */
export const allowsMessages = (alarm: IntegrityAlarm): boolean => alarm === 'notes';
