import { unitsOfAReport } from '../request-units.ts';

/** The needs of forces in a month, as quantities: no price stands here, since none has a source in this project. */
export interface Month {
  readonly unitsOfReports: number;
  readonly unitsOfWeeks: number;
  readonly unitsOfCampaign: number;
  readonly unitsOfReach: number;
  readonly unitsAtRest: number;
  readonly gigabytes: number;
  readonly messages: number;
  /** Seconds of a processor that are kept ready, and those that the work takes. */
  readonly secondsReady: number;
  readonly secondsOfWork: number;
}

/** Figures that were counted or measured, with where. */
export const measured = {
  /** docs/performance.md, Cosmos DB: the batch of a report of 2,000 characters, its alert's lease and mark. */
  unitsOfAReport: unitsOfAReport.saved + unitsOfAReport.alerted,
  /** docs/performance.md, A message to everybody. */
  unitsAMessage: 4.1,
  /** docs/performance.md, The figures of weeks: 1,060 for a week of 100 cases, of which 770 documents are read. */
  unitsAWeekOf100: 1_060,
  /** A row of under a kilobyte that is written once, by Microsoft's table; in its place, twice that. */
  unitsOfASmallWrite: 4.95,
  /** docs/performance.md: 109 whole reports a second on one core, and some thousand steps. */
  secondsOfAReport: 1 / 109,
  secondsOfAStep: 1 / 1_008,
  /** deploy/azure/server-resources.ts. */
  serversOfAForce: 2,
  coresOfAServer: 1,
} as const;

/** Figures that nobody has measured, and that are put in so that the sums have an answer. */
export const assumed = {
  /** Reports in a year, of a thousand people. */
  reportsOfAThousand: 20,
  campaignMessages: 1,
  /** Kilobytes of a case with its history, alert and index, and of a row of reach. */
  kilobytesOfACase: 32,
  kilobytesOfARow: 1,
  yearsKept: 6,
  /** Posts of an alert: the first, and once more for every second one. */
  postsOfAReport: 1.5,
} as const;

/** The seconds and the weeks of a month: a twelfth of a year of 365 days. */
const monthSeconds = (365 * 86_400) / 12;
const weeks = 365 / 12 / 7;

/** One month of a force, where a server at rest asks the store for so many units a second. */
export function monthOf(
  people: number,
  { summaries, unitsAtRestASecond }: { readonly summaries: number; readonly unitsAtRestASecond: number },
): Month {
  const reports = (people / 1_000) * (assumed.reportsOfAThousand / 12);
  const messages = people * assumed.campaignMessages;
  const posts = reports * assumed.postsOfAReport + weeks * summaries;
  return {
    unitsOfReports: reports * measured.unitsOfAReport,
    unitsOfWeeks: weeks * ((reports / weeks) * (measured.unitsAWeekOf100 / 100)),
    unitsOfCampaign: messages * measured.unitsAMessage,
    // Once a month each row is written in its own place.
    unitsOfReach: people * 2 * measured.unitsOfASmallWrite,
    unitsAtRest: monthSeconds * unitsAtRestASecond * measured.serversOfAForce,
    gigabytes:
      (reports * 12 * assumed.yearsKept * assumed.kilobytesOfACase + people * assumed.kilobytesOfARow) / 1_048_576,
    messages: messages + posts,
    secondsReady: monthSeconds * measured.serversOfAForce * measured.coresOfAServer,
    secondsOfWork: reports * measured.secondsOfAReport + (messages + posts) * measured.secondsOfAStep,
  };
}

/** Some months together. */
export function allTogether(months: readonly Month[]): Month {
  const sum = (of: (month: Month) => number): number => months.reduce((whole, month) => whole + of(month), 0);
  return {
    unitsOfReports: sum((month) => month.unitsOfReports),
    unitsOfWeeks: sum((month) => month.unitsOfWeeks),
    unitsOfCampaign: sum((month) => month.unitsOfCampaign),
    unitsOfReach: sum((month) => month.unitsOfReach),
    unitsAtRest: sum((month) => month.unitsAtRest),
    gigabytes: sum((month) => month.gigabytes),
    messages: sum((month) => month.messages),
    secondsReady: sum((month) => month.secondsReady),
    secondsOfWork: sum((month) => month.secondsOfWork),
  };
}
