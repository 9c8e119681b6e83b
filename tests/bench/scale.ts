/** How much of everything a run does. Times in milliseconds. */
export interface Scale {
  /** Rounds of what is measured only a few times, of which the middle counts. */
  readonly rounds: number;
  /** Rounds and time of the steps: many and short, so that what else the machine does falls on all bots alike. */
  readonly stepRounds: number;
  readonly stepsMs: number;
  /** Rounds of whole reports, of which the middle counts, and how long each takes. */
  readonly reportRounds: number;
  readonly reportsMs: number;
  /** How many people hand in those reports at a time. */
  readonly reportPeople: number;
  /** Rounds of the same beside an earlier commit, and how long each takes. */
  readonly besideRounds: number;
  readonly besideMs: number;
  readonly partMs: number;
  /** Reports at each number of people at a time. */
  readonly latencyReports: number;
  readonly people: readonly number[];
  readonly burst: { readonly reports: number; readonly overMs: number };
  readonly soak: { readonly reports: number; readonly looks: number };
  readonly cosmosReports: number;
  readonly alerts: number;
  readonly kills: number;
  readonly starts: number;
  /** Whether the artefact is made and started too. */
  readonly fromArtefact: boolean;
  /** Sizes of the lists, the smallest first, and how often each is asked for. */
  readonly caseCounts: readonly number[];
  readonly caseRounds: number;
  /** Sizes of the stores in which all is done that is done all day, and how often each. */
  readonly largeCounts: readonly number[];
  readonly largeRounds: number;
  /** Sizes of the histories that a week is counted in: files, and containers in memory. */
  readonly historyCounts: readonly number[];
  readonly cosmosHistoryCounts: readonly number[];
  /** Cases of each of thirteen weeks, and of each week of two years. */
  readonly weekCases: readonly number[];
  readonly yearCases: readonly number[];
  /** People of a campaign, how many times as fast as Teams takes, and how often a server is killed. */
  readonly campaign: { readonly people: number; readonly factor: number; readonly killEveryMs: number };
  /** Forces of a fleet, and people in all of them. */
  readonly fleet: { readonly forces: number; readonly people: number };
}

/** For figures: some twelve minutes on two cores. */
export const wholeScale: Scale = {
  rounds: 3,
  stepRounds: 11,
  stepsMs: 1_500,
  reportRounds: 5,
  reportsMs: 5_000,
  reportPeople: 100,
  besideRounds: 21,
  besideMs: 2_000,
  partMs: 400,
  latencyReports: 600,
  people: [1, 20, 100],
  burst: { reports: 500, overMs: 10_000 },
  soak: { reports: 20_000, looks: 20 },
  cosmosReports: 10,
  alerts: 200,
  kills: 5,
  starts: 7,
  fromArtefact: true,
  caseCounts: [1_000, 10_000, 100_000],
  caseRounds: 300,
  largeCounts: [1_000, 100_000, 1_000_000],
  largeRounds: 60,
  historyCounts: [1_000, 10_000, 100_000, 1_000_000],
  cosmosHistoryCounts: [1_000, 10_000, 100_000],
  weekCases: [770, 10_000],
  yearCases: [100, 770],
  campaign: { people: 100_000, factor: 1, killEveryMs: 180_000 },
  fleet: { forces: 43, people: 240_000 },
};

/** For a test that everything still runs: nothing that it times means anything. */
export const quickScale: Scale = {
  rounds: 1,
  stepRounds: 1,
  stepsMs: 300,
  reportRounds: 1,
  reportsMs: 500,
  // A hundred wait longer than the server does, if other work keeps the machine busy, and are refused.
  reportPeople: 10,
  besideRounds: 1,
  besideMs: 300,
  partMs: 20,
  latencyReports: 30,
  people: [1, 20],
  burst: { reports: 30, overMs: 600 },
  soak: { reports: 120, looks: 4 },
  cosmosReports: 3,
  alerts: 5,
  kills: 1,
  starts: 1,
  fromArtefact: false,
  caseCounts: [200, 400],
  caseRounds: 4,
  largeCounts: [300],
  largeRounds: 1,
  historyCounts: [400, 800],
  cosmosHistoryCounts: [400, 800],
  weekCases: [20],
  yearCases: [3],
  campaign: { people: 600, factor: 20, killEveryMs: 2_000 },
  fleet: { forces: 4, people: 2_000 },
};
