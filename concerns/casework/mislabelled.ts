import type { CaseRecord } from '../records/case-record.ts';
import type { SealedReport } from '../records/sealed-report.ts';
import { kinds } from '../terms/kinds.ts';
import { handledByOf, urgencyOf } from '../terms/urgency.ts';

export const labels = ['kind', 'urgency', 'handledBy', 'language', 'mode', 'route', 'receivedOn', 'identity'] as const;
export type Label = (typeof labels)[number];

/**
 * The labels beside a seal that differ from the report inside: a page that seals, or someone who writes to the
 * database, may say two things. Urgency and handler may also have changed since.
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
