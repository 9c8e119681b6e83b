import type { CaseRecord } from '../concerns/records/case-record.ts';
import type { EventRecord } from '../concerns/records/event-record.ts';
import { openReport, type OpenedReport } from '../concerns/casework/opened-report.ts';
import { openSealed } from '../seals/open-seal.ts';

/** Opens a case with identities (`AGE-SECRET-KEY-PQ-1…`) on this machine. Throws as `openReport` does. */
export const openReportWith = (
  record: CaseRecord,
  events: readonly EventRecord[],
  identities: readonly string[],
): Promise<OpenedReport> => openReport(record, events, (sealed) => openSealed(sealed, identities));
