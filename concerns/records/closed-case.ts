import type { CaseRecord } from './case-record.ts';

/** A case without what closing left in it, for one that is opened again by whomever. */
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
