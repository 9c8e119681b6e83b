import type { CaseRecord } from './case-record.ts';

export function withoutEnd({
  closedOn: _closed,
  outcome: _outcome,
  answer: _answer,
  detrimentCheck: _check,
  closing: _closing,
  ...open
}: CaseRecord): CaseRecord {
  return open;
}
