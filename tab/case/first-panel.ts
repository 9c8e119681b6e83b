import type { CaseView } from '../../contract/answers.ts';

const workPanels = [
  'triage',
  'state',
  'assign',
  'log',
  'referral',
  'close',
  'detriment',
  'link',
  'review',
  'erasure',
  'exclude',
] as const;
export type WorkPanel = (typeof workPanels)[number];

export function firstPanel(
  { status, erasure, detrimentCheck }: Pick<CaseView['record'], 'status' | 'erasure' | 'detrimentCheck'>,
  today: string,
): WorkPanel | undefined {
  if (erasure !== undefined) return 'erasure';
  if (detrimentCheck !== undefined && detrimentCheck.dueOn <= today) return 'detriment';
  if (status === 'acknowledged') return 'triage';
  if (status === 'triaged' || status === 'reopened') return 'state';
  return undefined;
}
