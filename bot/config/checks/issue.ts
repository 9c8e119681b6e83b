export type TroubleKind = 'settings' | 'store' | 'other';

/** The sentence names settings, never a value. */
export interface Trouble {
  readonly kind: TroubleKind;
  readonly settings: readonly string[];
  readonly sentence: string;
}

export const troubleOf = (setting: string, said: string, kind: TroubleKind = 'settings'): Trouble => ({
  kind,
  settings: [setting],
  sentence: `${setting} ${said}`,
});

/** Has a line for each trouble, and no value. */
export class StartTroubles extends Error {
  readonly troubles: readonly Trouble[];
  constructor(troubles: readonly Trouble[]) {
    const [first, ...others] = troubles.map(({ sentence }) => sentence);
    super(
      others.length === 0
        ? first
        : `${troubles.length} things are to be put right:\n${[first, ...others].map((one) => `- ${one}`).join('\n')}`,
    );
    this.name = 'StartTroubles';
    this.troubles = troubles;
  }

  /** Settings come first, since they say where the rest is. */
  get kind(): TroubleKind {
    const kinds = this.troubles.map(({ kind }) => kind);
    return (['settings', 'store'] as const).find((kind) => kinds.includes(kind)) ?? 'other';
  }
}
