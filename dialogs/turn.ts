import type { Problem } from '../concerns/terms/questions.ts';

/** Who is typing, as the token-checked activity says. */
export interface Person {
  /** Names the person within the deployment; carried state is bound to it. */
  readonly key: string;
  readonly objectId: string;
  readonly name: string;
  readonly tenantId: string;
}

/** What somebody did on a card. */
export interface Move {
  readonly verb: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly person: Person;
}

/** What a dialog wants to be shown at the end of a turn. */
export interface Shown {
  readonly dialog: string;
  readonly state: object;
  /** The part of the state that the next card carries. */
  readonly carried: object;
  /** What is drawn this once and is never carried. */
  readonly beside: object | undefined;
  readonly problems: readonly Problem[];
  readonly notice: 'expired' | 'taken' | 'apart' | 'erased' | undefined;
}

/** Where a turn keeps the move that it answers. */
export const moveKey = Symbol('move');
/** Where a turn keeps what it will show. */
export const shownKey = Symbol('shown');
