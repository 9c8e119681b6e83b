import type { PersonId } from '../concerns/terms/person-id.ts';
import type { Page } from '../cards/page.ts';
import type { Language } from '../concerns/terms/language.ts';
import type { Problem } from '../concerns/terms/questions.ts';

/** Who is typing, as the token-checked activity says. */
export interface Person {
  /** Names the person within the deployment; carried state is bound to it. */
  readonly key: string;
  readonly objectId: PersonId;
  readonly name: string;
  readonly tenantId: string;
}

/** A move that somebody made on a card. */
export interface Move {
  readonly verb: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly person: Person;
}

/** Everything that a page of a conversation is made from. */
export interface Shown<State extends object = object, Beside extends object = object> {
  readonly state: State;
  readonly problems: readonly Problem[];
  readonly notice?: 'expired' | 'taken' | 'apart' | 'erased';
  /** Values that are shown beside the state this once: they are never carried. */
  readonly beside?: Beside;
  /** Words that were typed and could not be taken into the state, shown in its place. */
  readonly typed?: Readonly<Record<string, string>>;
}

/** The step that follows a move: a page to show, the end of the dialog, or another dialog in its place. */
export type Step<State extends object = object, Beside extends object = object> =
  | ({ readonly kind: 'show' } & Shown<State, Beside>)
  | { readonly kind: 'done' }
  | { readonly kind: 'instead'; readonly dialog: string; readonly state: object };

/** Where somebody is in a conversation: what their next move begins with. A card carries it, or a page holds it. */
export interface Position {
  readonly id: string;
  readonly state: object;
}

/** A step that was taken, as it comes out of a runner. `stale`: its position is none that a conversation goes on from. */
export type Taken =
  | { readonly kind: 'shown'; readonly at: Position; readonly shown: Shown }
  | { readonly kind: 'done' }
  | { readonly kind: 'stale' };

/** The result of a step as every door has it. `Code` names why a step was not taken. */
export type StepResult<Code extends string> =
  | { readonly kind: 'page'; readonly page: Page }
  /** The conversation is over. */
  | { readonly kind: 'done'; readonly language: Language }
  /** The card that was used stays as it is, with all that was typed on it. */
  | { readonly kind: 'refused'; readonly code: Code };

/** A guided conversation: a pure table of moves and what it does outside, without knowing of the Bot Framework. */
export interface Conversation<State extends object = object, Beside extends object = object> {
  readonly id: string;
  /** The state a conversation begins with, from the options of whoever begins it. Throws where they are not its own. */
  begin(options: unknown): State;
  /** The state as it was carried, `undefined` where another version of Candour made it. */
  parse(state: unknown): State | undefined;
  /** The part of a state that the next card carries, where that is not the whole. */
  carried?(state: State): State;
  /** One move of a person, its effects done. */
  move(state: State, move: Move): Promise<Step<State, Beside>>;
  /** The state of a card that was open for too long, with what was typed last; `undefined` where it goes on as ever. */
  afterExpiry?(state: State, inputs: Move['inputs']): State | undefined;
  /** The page of a state. `token` is what its buttons carry. */
  page(shown: Shown<State, Beside>, token: string): Page;
}
