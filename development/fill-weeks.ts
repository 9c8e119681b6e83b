import { acknowledgeCase } from '../concerns/casework/acknowledge-case.ts';
import { type Day, dayOf, type Week } from '../concerns/terms/calendar.ts';
import { caseIdOf } from '../concerns/records/code-keys.ts';
import type { Clock, Random } from '../concerns/terms/clock.ts';
import type { Role } from '../concerns/terms/directory.ts';
import type { Seal } from '../concerns/ports/seal.ts';
import type { Store } from '../concerns/ports/store.ts';
import { drawReturnCode } from '../concerns/terms/return-code.ts';
import { submitReport } from '../concerns/reporting/submit-report.ts';
import { handledByOf } from '../concerns/terms/urgency.ts';
import { lastClosedWeek } from '../summary/closed-weeks.ts';
import { weeksUpTo } from '../summary/week-blocks.ts';
import { developmentPeople, developmentTenantId } from './people.ts';
import { type ExampleReport, exampleReports, exampleWeeks } from './example-weeks.ts';

export interface FillDependencies {
  readonly store: Store;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly random: Random;
  readonly timeZone: string;
  /** Whether `CANDOUR_ENVIRONMENT` is development. Nothing is written otherwise. */
  readonly development: boolean;
}

/** `notDevelopment`, `notEmpty` (one of the weeks has cases, or was counted): nothing was written. */
export type FillOutcome =
  | { readonly kind: 'filled'; readonly from: Week; readonly to: Week; readonly reports: number }
  | { readonly kind: 'notDevelopment' }
  | { readonly kind: 'notEmpty'; readonly week: Week };

const roleOf = { acu: 'handler', reserve: 'reserve' } as const;
const middayOf = (day: Day): Date => new Date(`${day}T12:00:00Z`);

async function isEmpty(store: Store, week: Week): Promise<boolean> {
  for (const handledBy of ['acu', 'reserve'] as const) {
    if (await store.weeks.read(week, handledBy)) return false;
    if ((await store.queries.receivedIn(week, handledBy)).length > 0) return false;
  }
  return true;
}

/** Sends one example as a person would, on its day, and acknowledges it as the one who handles it would. */
async function live({ store, seal, timeZone, clock, random }: FillDependencies, example: ExampleReport): Promise<void> {
  const code = drawReturnCode(random);
  const { answers, language, route, acknowledgedOn } = example;
  const received = () => middayOf(example.receivedOn);
  await submitReport(
    {
      cases: store.cases,
      seal,
      clock: received,
      timeZone,
      alertTiming: 'fullHour',
      alertNamesKind: false,
      reviewYears: 6,
    },
    {
      code,
      language,
      answers,
      route,
      tenantId: developmentTenantId,
      person: { objectId: developmentPeople.staff, name: 'Example person, made up' },
    },
  );
  if (acknowledgedOn === undefined || acknowledgedOn > dayOf(clock(), timeZone)) return;
  const role = roleOf[handledByOf(answers)];
  const acknowledged = () => middayOf(acknowledgedOn);
  const { cases, history, outbox } = store;
  await acknowledgeCase({ cases, history, outbox, clock: acknowledged, timeZone }, caseIdOf(code), {
    objectId: developmentPeople[role],
    roles: new Set<Role>([role]),
  });
}

/**
 * Fills the last eight closed weeks of a development store with made-up reports, sealed and acknowledged as real ones
 * are. Writes nothing where one of these weeks holds anything already. Throws StoreError and SealError.
 */
export async function fillWeeks(deps: FillDependencies): Promise<FillOutcome> {
  if (!deps.development) return { kind: 'notDevelopment' };
  const to = lastClosedWeek(deps.clock(), deps.timeZone);
  const examples = exampleReports(to);
  const weeks = weeksUpTo(to, exampleWeeks);
  for (const week of weeks) if (!(await isEmpty(deps.store, week))) return { kind: 'notEmpty', week };
  for (const example of examples) await live(deps, example);
  return { kind: 'filled', from: weeks[0] ?? to, to, reports: examples.length };
}

/** The sentence that tells an operator how it went. */
export function fillSentence(outcome: FillOutcome): string {
  if (outcome.kind === 'filled') {
    return `${outcome.reports} made-up reports now stand in the weeks ${outcome.from} to ${outcome.to}.`;
  }
  if (outcome.kind === 'notDevelopment') {
    return 'Made-up reports are for development only. Nothing was written: CANDOUR_ENVIRONMENT is not development.';
  }
  return `Week ${outcome.week} holds reports or was counted already. Nothing was written: begin with an empty store.`;
}
