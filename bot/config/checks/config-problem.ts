export type ConfigProblemKind = 'settings' | 'store' | 'other';

/** Names settings, never a value. */
export interface ConfigProblem {
  readonly kind: ConfigProblemKind;
  readonly settings: readonly string[];
  readonly sentence: string;
}

export const configProblem = (
  setting: string,
  problem: string,
  kind: ConfigProblemKind = 'settings',
): ConfigProblem => ({
  kind,
  settings: [setting],
  sentence: `${setting} ${problem}`,
});

export class StartupError extends Error {
  readonly problems: readonly ConfigProblem[];
  constructor(problems: readonly ConfigProblem[]) {
    const [first, ...others] = problems.map(({ sentence }) => sentence);
    super(
      others.length === 0
        ? first
        : `Correct these ${problems.length} problems:\n${[first, ...others].map((one) => `- ${one}`).join('\n')}`,
    );
    this.name = 'StartupError';
    this.problems = problems;
  }

  /** Settings come first, since they say where the rest is. */
  get kind(): ConfigProblemKind {
    const kinds = this.problems.map(({ kind }) => kind);
    return (['settings', 'store'] as const).find((kind) => kinds.includes(kind)) ?? 'other';
  }
}
