import type { Trouble, TroubleKind } from './trouble.ts';

/** All that keeps a server from starting, found at once. Its message has a line for each, and no value. */
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

  /** The kind to be put right first: settings, since what they name is looked at by them, then the store. */
  get kind(): TroubleKind {
    const kinds = this.troubles.map(({ kind }) => kind);
    return (['settings', 'store'] as const).find((kind) => kinds.includes(kind)) ?? 'other';
  }
}
