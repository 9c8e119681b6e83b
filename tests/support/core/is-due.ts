import { stageDeadline, type DueCutoffs, firstDatedDue } from '../../../core/model/deadlines.ts';
import type { CaseListItem } from '../../../core/model/case-record.ts';

/** Whether a case is due, by the same days as a list finds it. */
export function isDue(figures: CaseListItem, due: DueCutoffs): boolean {
  const stage = stageDeadline(figures);
  const before = stage && due[stage.deadline];
  const ownDue = firstDatedDue(figures);
  return (
    (stage !== undefined && before !== undefined && stage.since < before) ||
    (ownDue !== undefined && due.referral !== undefined && ownDue < due.referral)
  );
}
