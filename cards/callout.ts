import type { Action } from './action.ts';

export interface Callout {
  readonly style: 'attention' | 'warning' | 'accent' | 'good' | 'emphasis';
  readonly heading: string;
  readonly text: readonly string[];
  readonly words?: readonly string[];
  readonly links?: readonly Action[];
}
