import type { Action } from './action.ts';

/** A box that stands out on a card. Its heading says what its colour says. */
export interface Callout {
  readonly style: 'attention' | 'warning' | 'accent' | 'good' | 'emphasis';
  readonly heading: string;
  readonly text: readonly string[];
  /** A person's words below it, as lines that are drawn as plain text. */
  readonly words?: readonly string[];
  readonly links?: readonly Action[];
}
