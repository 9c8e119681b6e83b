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
