import { z } from 'zod';
import { weekSchema } from '../concerns/records/case-record.ts';
import { addWeeks, type Week } from '../concerns/terms/calendar.ts';
import { type CountDependencies, lastClosedWeek } from '../summary/closed-weeks.ts';
import { mostWeeks } from '../summary/periods.ts';
import { type Recount, recountWeek } from '../summary/recount.ts';
import { readArguments } from './verb.ts';

export interface CheckDependencies extends Pick<CountDependencies, 'queries' | 'weeks' | 'clock' | 'timeZone'> {
  readonly say: (line: string) => void;
}

const checkUsage = 'npm run summary -- check [--from 2026-W36] [--to 2026-W47]';

const optionsSchema = z.object({ from: weekSchema.optional(), to: weekSchema.optional() });
const usualWeeks = 13;

function optionsOf(args: readonly string[]): z.infer<typeof optionsSchema> | undefined {
  const text = { type: 'string' } as const;
  const read = readArguments({ args: [...args], options: { from: text, to: text } });
  return read && optionsSchema.safeParse(read.values).data;
}

function lineOf({ week, handledBy, countedOn, differences, lacksLater }: Recount): string {
  const counted = `${week} ${handledBy}, counted on ${countedOn}`;
  const what = lacksLater ? ' (what was done in it was not counted then)' : '';
  if (differences.length === 0) return `${counted}${what}: as its cases say.`;
  const each = differences.map(({ figure, frozen, now }) => `${figure} ${frozen}, now ${now}`);
  return `${counted}${what}: ${each.join('; ')}.`;
}

/**
 * `npm run summary -- check` compares frozen weeks with their cases and writes nothing. Returns the exit code: 0 if all
 * agree, 1 if one does not, 2 if the arguments are wrong. Throws StoreError and FiguresError.
 */
export async function checkWeeks(deps: CheckDependencies, args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  const last = lastClosedWeek(deps.clock(), deps.timeZone);
  const to = options?.to ?? last;
  const from = options?.from ?? addWeeks(to, 1 - usualWeeks);
  if (options === undefined || to > last || from > to || from <= addWeeks(to, -mostWeeks)) {
    deps.say(`Please check --from and --to.\n${checkUsage}`);
    return 2;
  }
  let [differing, compared] = [0, 0];
  for (let week: Week = from; week <= to; week = addWeeks(week, 1)) {
    for (const handledBy of ['acu', 'reserve'] as const) {
      const recount = await recountWeek(deps, week, handledBy);
      if (recount === undefined) continue;
      compared += 1;
      if (recount.differences.length > 0) differing += 1;
      deps.say(lineOf(recount));
    }
  }
  deps.say(`${compared} frozen weeks compared, ${differing} differ. What was issued stands as it is.`);
  return differing === 0 ? 0 : 1;
}
