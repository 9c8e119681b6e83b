import { addDays, addWeeks, type Day, mondayOf, type Week } from '../concerns/terms/calendar.ts';
import type { CaseRecord } from '../concerns/records/case-record.ts';
import { kinds } from '../concerns/terms/kinds.ts';
import type { Language } from '../concerns/terms/language.ts';
import { type Answers, modes } from '../concerns/terms/questions.ts';

export interface ExampleReport {
  readonly week: Week;
  readonly receivedOn: Day;
  readonly acknowledgedOn?: Day;
  readonly language: Language;
  readonly route: CaseRecord['route'];
  readonly answers: Answers;
}

// The oldest first: busy weeks, small ones and an empty one, so that every form of a summary occurs.
const reportsPerWeek = [7, 12, 3, 0, 9, 6, 4, 8] as const;
export const exampleWeeks = reportsPerWeek.length;
const daysToAcknowledge = [0, 1, 1, 2, 3, 1, 9, 4] as const;

const at = <T>(list: readonly [T, ...T[]], place: number): T => list[place % list.length] ?? list[0];

function exampleReport(week: Week, place: number, newest: boolean): ExampleReport {
  const receivedOn = addDays(mondayOf(week), (place * 3) % 7);
  const kind = at(kinds, place * 2 + Number(week.slice(6)));
  const welsh = place % 4 === 1;
  // Two of the newest week wait to be acknowledged, so that there is something to do.
  const waits = newest && (place === 3 || place === 5);
  return {
    week,
    receivedOn,
    ...(!waits && { acknowledgedOn: addDays(receivedOn, at(daysToAcknowledge, place)) }),
    language: welsh ? 'cy' : 'en',
    route: 'staff',
    answers: {
      mode: at(modes, place),
      what: welsh
        ? `Adroddiad enghreifftiol, wedi’i ddyfeisio: rhif ${place + 1} yn wythnos ${week}. Ni ddigwyddodd dim ohono.`
        : `Example report, made up: number ${place + 1} of week ${week}. None of it happened.`,
      risk: place % 5 === 2 ? 'yes' : 'no',
      conflict: place % 7 === 6 ? 'unsure' : 'no',
      ...(place % 5 !== 4 && { kind }),
      towards: place % 2 === 0 ? 'public' : 'colleague',
    },
  };
}

/** The eight weeks up to a closed one, filled with reports that are plainly made up. */
export const exampleReports = (lastClosed: Week): readonly ExampleReport[] =>
  reportsPerWeek.flatMap((reports, place) => {
    const week = addWeeks(lastClosed, place - reportsPerWeek.length + 1);
    const newest = place === reportsPerWeek.length - 1;
    return Array.from({ length: reports }, (_, number) => exampleReport(week, number, newest));
  });
