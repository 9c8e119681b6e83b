import type { Day, Week } from '../../core/model/calendar.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import { type WeekCountDependencies, countWeekFromCases } from '../figures/count-closed-weeks.ts';
import { sensitiveTableIds, activityTableIds } from '../figures/figure-definitions.ts';
import { parseWeekFigures, type WeekFigures } from '../figures/week-figures.ts';

export interface FigureDifference {
  readonly figure: string;
  readonly frozen: number;
  readonly now: number;
}

export interface WeekDifferences {
  readonly week: Week;
  readonly handledBy: HandledBy;
  readonly countedOn: Day;
  readonly differences: readonly FigureDifference[];
  readonly lacksActivity: boolean;
}

type Counts = ReadonlyMap<string, number>;

function collectCounts(value: unknown, path: string, into: Map<string, number>): Map<string, number> {
  if (typeof value === 'number') into.set(path, value);
  if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) collectCounts(part, path === '' ? name : `${path}.${name}`, into);
  }
  return into;
}

/** Without guarded counts. A day that no case took is in neither week. */
function getComparableCounts({ v: _version, rule: _rule, ...figures }: WeekFigures): Counts {
  const counts = collectCounts(figures, '', new Map());
  counts.delete('acknowledgement.days');
  // A guarded count's difference would be the one case by which it differs.
  const isGuarded = (name: string): boolean => sensitiveTableIds.some((id) => name.startsWith(`${id}.`));
  return new Map([...counts].filter(([name]) => !isGuarded(name)));
}

export function findFigureDifferences(before: WeekFigures, later: WeekFigures): readonly FigureDifference[] {
  const [frozen, now] = [getComparableCounts(before), getComparableCounts(later)];
  return [...new Set([...frozen.keys(), ...now.keys()])]
    .map((figure) => ({ figure, frozen: frozen.get(figure) ?? 0, now: now.get(figure) ?? 0 }))
    .filter((one) => one.frozen !== one.now);
}

const isActivityCount = (figure: string): boolean =>
  [...activityTableIds, 'answerNotKnown'].some((id) => figure === id || figure.startsWith(`${id}.`));

/**
 * Counts a frozen week again, as of the day and by the limit of its count; `undefined` if it is not frozen. Writes
 * nothing. A case reopened, regraded, erased or given to others since rightly differs. Throws StoreError and
 * FiguresError.
 */
export async function findWeekDifferences(
  deps: Pick<WeekCountDependencies, 'queries' | 'weeks'>,
  week: Week,
  handledBy: HandledBy,
): Promise<WeekDifferences | undefined> {
  const stored = await deps.weeks.read(week, handledBy);
  if (stored === undefined) return undefined;
  const frozen = parseWeekFigures(stored.figures);
  const { acknowledgement, countedOn, rule } = frozen;
  const limitDays = acknowledgement.target === 'days' ? acknowledgement.days : undefined;
  const now = await countWeekFromCases({ queries: deps.queries, limitDays, rule }, { week, handledBy, countedOn });
  const lacksLater = frozen.v === 1;
  const differences = findFigureDifferences(frozen, now).filter(
    ({ figure }) => !lacksLater || !isActivityCount(figure),
  );
  return { week, handledBy, countedOn, differences, lacksActivity: lacksLater };
}
