/**
 * How much of everything a run does: the first of each for figures, some twelve minutes on two cores; the second for a
 * quick run, which shows that everything still runs, and whose times mean nothing. Times are in milliseconds.
 */
export function createScale(isQuick: boolean) {
  const of = <T>(whole: T, quick: T): T => (isQuick ? quick : whole);
  return {
    isQuick,
    /** Rounds of what is measured a few times only: the middle one counts. */
    rounds: of(3, 1),
    /** Many and short, so that what else the machine does falls on all bots alike. */
    steps: { rounds: of(11, 1), ms: of(1_500, 300), people: 20 },
    // A hundred wait longer than the server does, if other work keeps the machine busy, and are refused.
    reports: { rounds: of(5, 1), ms: of(5_000, 500), people: of(100, 10) },
    beside: { rounds: of(21, 1), ms: of(2_000, 300), people: 20 },
    floor: { rounds: of(7, 1), ms: of(3_000, 300), people: 20 },
    partMs: of(400, 20),
    latency: { reports: of(600, 30), people: of([1, 20, 100], [1, 20]) },
    burst: of({ reports: 500, overMs: 10_000 }, { reports: 30, overMs: 600 }),
    soak: of({ reports: 20_000, looks: 20 }, { reports: 120, looks: 4 }),
    cosmosReports: of(10, 3),
    alerts: of(200, 5),
    kills: of(5, 1),
    starts: of(7, 1),
    profileMs: of(10_000, 500),
    /** Sizes of the stores that cases are listed in, the smallest first, and how often each list is asked for. */
    cases: { counts: of([1_000, 10_000, 100_000], [200, 400]), rounds: of(300, 4) },
    /** Sizes of the stores in which everything is done that is done all day, and how often. */
    million: { counts: of([1_000, 100_000, 1_000_000], [300]), rounds: of(60, 1) },
    /** Sizes of the histories that a week is counted in: SQLite files, and the stand-in for Cosmos DB. */
    histories: of([1_000, 10_000, 100_000, 1_000_000], [400, 800]),
    cosmosHistories: of([1_000, 10_000, 100_000], [400, 800]),
    /** Cases of each of thirteen weeks, and of each week of two years. */
    weekCases: of([770, 10_000], [20]),
    yearCases: of([100, 770], [3]),
    subjectCards: of(10_000, 300),
    /** Entries of a long case, and how often each refusal is asked for. */
    longCase: of(1_000, 20),
    refusals: of(1_000, 5),
    floodMinutes: of(30, 2),
    /** `factor`: how many times as fast as Teams takes messages. */
    campaign: of({ people: 100_000, factor: 1, killEveryMs: 180_000 }, { people: 600, factor: 20, killEveryMs: 2_000 }),
    fleet: of({ forces: 43, people: 240_000 }, { forces: 4, people: 2_000 }),
  };
}
export type Scale = ReturnType<typeof createScale>;
