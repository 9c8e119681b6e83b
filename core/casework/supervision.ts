import { readCaseIfAllowed, type UnitQueries } from '../ports/case-store.ts';
import type { SettingsHistory } from '../ports/store.ts';
import {
  type CaseSample,
  daysOfMonth,
  drawCases,
  type RecordedSample,
  isMonthOver,
  type Month,
  sampleSize,
} from '../model/case-sample.ts';
import { type Day, toDay } from '../model/calendar.ts';
import type { CaseId } from '../model/case-id.ts';
import type { CaseRecord } from '../model/case-record.ts';
import { appendEvent, type EventKind, type EventRecord } from '../model/event-record.ts';
import { type Actor, maySupervise } from '../model/permissions.ts';
import type { PersonId } from '../model/roles.ts';
import type { CaseworkDependencies } from './case-action.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { findSample, recordSample } from './settings-history.ts';

/** Acts of staff. None tells who reported, whether they wrote, or of another case. */
const supervisedKinds: readonly EventKind[] = [
  'received',
  'viewed',
  'consulted',
  'overseen',
  'supervised',
  'acknowledged',
  'triaged',
  'moved',
  'closed',
  'reopened',
  'assigned',
  'noted',
  'decided',
  'reasoned',
  'contacted',
  'taskAdded',
  'taskDone',
  'referralDecided',
  'safetyRecorded',
  'dutyRecorded',
  'urgencyRaised',
  'loweringAsked',
  'urgencyLowered',
  'sanitised',
  'sanitisedSigned',
  'excluded',
  'readmitted',
  'reviewSet',
  'exported',
  'erasureAsked',
  'erasureRefused',
  'erased',
];

const supervisedDetails = [
  'from',
  'to',
  'outcome',
  'person',
  'category',
  'grading',
  'regime',
  'decision',
  'dueOn',
  'reviewOn',
  'danger',
  'duty',
  'isRecorded',
  'what',
  'takeover',
] as const;

/** Without its number, so that no gap tells of what is left out; without words, files or links, and of its details only what the act did. */
export type SupervisedEntry = Pick<EventRecord, 'kind' | 'by' | 'at'> & {
  readonly detail: Pick<NonNullable<EventRecord['detail']>, (typeof supervisedDetails)[number]>;
};

const toSupervisedEntry = ({ kind, by, at, detail = {} }: EventRecord): SupervisedEntry => ({
  kind,
  by,
  at,
  detail: Object.fromEntries(
    supervisedDetails.flatMap((name) => (detail[name] === undefined ? [] : [[name, detail[name]]])),
  ),
});

export type SupervisionDependencies = Pick<
  CaseworkDependencies,
  'cases' | 'history' | 'clock' | 'timeZone' | 'random'
> & {
  readonly settings: SettingsHistory;
  readonly unit: Pick<UnitQueries, 'listClosedCases'>;
  /** The history of the settings is unreadable, so nothing is drawn. */
  readonly onUnreadable: () => void;
  readonly isClockTrusted: () => boolean;
};

interface SampledCase extends Pick<CaseRecord, 'caseId' | 'receivedOn' | 'closedOn' | 'outcome' | 'assignee'> {
  readonly lookedAt: readonly { readonly by: PersonId; readonly on: Day }[];
}

export interface SampleView extends Pick<RecordedSample, 'month' | 'by' | 'at'> {
  readonly cases: readonly SampledCase[];
}

/** The first of those drawn that the viewer may see now. */
async function readVisibleCases(
  deps: Pick<SupervisionDependencies, 'cases'>,
  by: Actor,
  { cases }: CaseSample,
): Promise<readonly CaseRecord[]> {
  const visible: CaseRecord[] = [];
  for (const caseId of cases) {
    const found = await readCaseIfAllowed(deps.cases, caseId, (readers) => maySupervise(by, readers));
    if (found) visible.push(found.value);
    if (visible.length === sampleSize) break;
  }
  return visible;
}

async function toSampleView(deps: SupervisionDependencies, by: Actor, drawn: RecordedSample): Promise<SampleView> {
  const visible = await readVisibleCases(deps, by, drawn);
  const cases = visible.map(async ({ caseId, receivedOn, closedOn, outcome, assignee }): Promise<SampledCase> => {
    const looks = await deps.history.entries(caseId, { kinds: ['supervised'] });
    const lookedAt = looks.flatMap(({ by: who, at }) =>
      typeof who === 'object' && at >= drawn.at ? [{ by: who.objectId, on: toDay(new Date(at), deps.timeZone) }] : [],
    );
    return { caseId, receivedOn, closedOn, outcome, assignee, lookedAt };
  });
  return { month: drawn.month, by: drawn.by, at: drawn.at, cases: await Promise.all(cases) };
}

/** `undefined` if none was drawn for the month. Throws StoreError. */
export async function readSample(
  deps: SupervisionDependencies,
  by: Actor,
  month: Month,
): Promise<SampleView | undefined> {
  const drawn = findSample(await deps.settings.all(), month);
  return drawn && toSampleView(deps, by, drawn);
}

/**
 * Draws closed cases of a month that is over, once: who asks again, or at the same time, gets the first draw. No one
 * draws while the server’s clock is in doubt, since a draw cannot be taken back. Throws StoreError.
 */
export async function drawSample(
  deps: SupervisionDependencies,
  by: Actor,
  month: Month,
): Promise<SampleView | 'notOver' | 'notNow'> {
  const earlier = await readSample(deps, by, month);
  if (earlier) return earlier;
  if (!isMonthOver(month, toDay(deps.clock(), deps.timeZone))) return 'notOver';
  if (!deps.isClockTrusted()) return 'notNow';
  const { from, to } = daysOfMonth(month);
  const closed = await deps.unit.listClosedCases('acu', from, to);
  const drawn = await recordSample(deps, by.objectId, { month, cases: drawCases(closed, deps.random) });
  return toSampleView(deps, by, drawn);
}

/**
 * Releases what staff did in a case of a sample, after the look is recorded in its history. `undefined` if it is not in
 * the sample as they see it. Throws StoreError.
 */
export async function superviseCase(
  deps: SupervisionDependencies,
  by: Actor,
  month: Month,
  caseId: CaseId,
): Promise<readonly SupervisedEntry[] | undefined> {
  const drawn = findSample(await deps.settings.all(), month);
  const visible = drawn ? await readVisibleCases(deps, by, drawn) : [];
  if (!visible.some((one) => one.caseId === caseId)) return undefined;
  return retryOnConflict(async () => {
    const found = await readCaseIfAllowed(deps.cases, caseId, (readers) => maySupervise(by, readers));
    if (found === undefined) return undefined;
    const [last] = await deps.history.entries(caseId, { last: 1 });
    const { record, event } = appendEvent(
      found.value,
      { kind: 'supervised', by: { objectId: by.objectId }, at: deps.clock().toISOString() },
      { record: found.value, last },
    );
    const changed = await deps.cases.change({ case: { ...found, value: record }, events: [event] });
    if (changed === 'conflict') return changed;
    return (await deps.history.entries(caseId, { kinds: supervisedKinds })).map(toSupervisedEntry);
  });
}
