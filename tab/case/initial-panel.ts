import type { CaseView } from '../../contract/operation-answers.ts';

export function initialPanel(
  { status, erasure, detrimentCheck }: Pick<CaseView['record'], 'status' | 'erasure' | 'detrimentCheck'>,
  today: string,
): 'erasure' | 'detriment' | 'triage' | 'state' | undefined {
  if (erasure !== undefined) return 'erasure';
  if (detrimentCheck !== undefined && detrimentCheck.dueOn <= today) return 'detriment';
  if (status === 'acknowledged') return 'triage';
  if (status === 'triaged' || status === 'reopened') return 'state';
  return undefined;
}
