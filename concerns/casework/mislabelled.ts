import type { CaseRecord } from '../records/case-record.ts';
import type { SealedReport } from '../records/sealed-report.ts';
import { kinds } from '../terms/kinds.ts';
import { handledByOf, urgencyOf } from '../terms/urgency.ts';

/** The terms beside a seal that the report inside says as well; `identity`: a name beside it that is not of the report. */
export const labels = ['kind', 'urgency', 'handledBy', 'language', 'mode', 'route', 'receivedOn', 'identity'] as const;
export type Label = (typeof labels)[number];

/**
 * The terms of a case that are not what its report says: a page that seals for itself may say one thing inside and another
 * beside it, and so may whoever can write to the database. Whoever opens is told; a case may have become more urgent, or the
 * reserve's, since.
 */
export function mislabelled(
  record: Pick<CaseRecord, Exclude<Label, 'identity'>>,
  report: Pick<SealedReport, 'answers' | 'language' | 'mode' | 'route' | 'receivedOn'>,
  isOddIdentity = false,
): readonly Label[] {
  const { answers } = report;
  const differs: Readonly<Record<Label, boolean>> = {
    kind: record.kind !== kinds.find((kind) => kind === answers.kind),
    urgency: urgencyOf(answers) === 'urgent' && record.urgency !== 'urgent',
    handledBy: handledByOf(answers) === 'reserve' && record.handledBy !== 'reserve',
    language: record.language !== report.language,
    mode: record.mode !== report.mode,
    route: record.route !== report.route,
    receivedOn: record.receivedOn !== report.receivedOn,
    identity: isOddIdentity,
  };
  return labels.filter((label) => differs[label]);
}
