import type { Day, Week } from '../../core/model/calendar.ts';
import type { HandledBy } from '../../core/model/urgency.ts';
import { type CountDependencies, countFromCases } from '../figures/closed-weeks.ts';
import { guardedFigureIds, laterFigureIds } from '../figures/figure-definitions.ts';
import { readFigures, type WeekFigures } from '../figures/week-figures.ts';

export interface Difference {
  readonly figure: string;
  readonly frozen: number;
  readonly now: number;
}

export interface Recount {
  readonly week: Week;
  readonly handledBy: HandledBy;
  readonly countedOn: Day;
  readonly differences: readonly Difference[];
  readonly lacksLater: boolean;
}

type Counts = ReadonlyMap<string, number>;

function countsIn(value: unknown, path: string, into: Map<string, number>): Map<string, number> {
  if (typeof value === 'number') into.set(path, value);
  if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) countsIn(part, path === '' ? name : `${path}.${name}`, into);
  }
  return into;
}

/** Leaves guarded counts out. A day that no case took is in neither week. */
function countsOf({ v: _version, rule: _rule, ...figures }: WeekFigures): Counts {
  const counts = countsIn(figures, '', new Map());
  counts.delete('acknowledgement.days');
  // The difference of a guarded count would be the one case by which it differs.
  const isGuarded = (name: string): boolean => guardedFigureIds.some((id) => name.startsWith(`${id}.`));
  return new Map([...counts].filter(([name]) => !isGuarded(name)));
}

export function differencesOf(before: WeekFigures, later: WeekFigures): readonly Difference[] {
  const [frozen, now] = [countsOf(before), countsOf(later)];
  return [...new Set([...frozen.keys(), ...now.keys()])]
    .map((figure) => ({ figure, frozen: frozen.get(figure) ?? 0, now: now.get(figure) ?? 0 }))
    .filter((one) => one.frozen !== one.now);
}

const isLater = (figure: string): boolean =>
  [...laterFigureIds, 'answerNotKnown'].some((id) => figure === id || figure.startsWith(`${id}.`));

/**
 * Counts a frozen week again from its cases, as of the day and by the limit of its count, and says what differs;
 * `undefined` if it is not frozen. Writes nothing. A case that was reopened, regraded, erased or given to others since
 * differs, which is no mistake. Throws StoreError and FiguresError.
 */
export async function recountWeek(
  deps: Pick<CountDependencies, 'queries' | 'weeks'>,
  week: Week,
  handledBy: HandledBy,
): Promise<Recount | undefined> {
  const standing = await deps.weeks.read(week, handledBy);
  if (standing === undefined) return undefined;
  const frozen = readFigures(standing.figures);
  const { acknowledgement, countedOn, rule } = frozen;
  const limitDays = acknowledgement.target === 'days' ? acknowledgement.days : undefined;
  const now = await countFromCases({ queries: deps.queries, limitDays, rule }, { week, handledBy, countedOn });
  const lacksLater = frozen.v === 1;
  const differences = differencesOf(frozen, now).filter(({ figure }) => !lacksLater || !isLater(figure));
  return { week, handledBy, countedOn, differences, lacksLater };
}
