/** Kinds of what is to be put right: settings that restarting does not mend, a store that may come back, or something else. */
export type TroubleKind = 'settings' | 'store' | 'other';

/** Something that keeps a server from starting, or that a doctor tells: its sentence names settings, and never a value. */
export interface Trouble {
  readonly kind: TroubleKind;
  /** The settings that it is about. */
  readonly settings: readonly string[];
  readonly sentence: string;
}

/** A trouble of one setting: its name begins the sentence. */
export const troubleOf = (setting: string, said: string, kind: TroubleKind = 'settings'): Trouble => ({
  kind,
  settings: [setting],
  sentence: `${setting} ${said}`,
});
