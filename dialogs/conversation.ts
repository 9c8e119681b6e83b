import type { PersonId } from '../core/model/roles.ts';
import type { Page } from '../cards/page.ts';
import type { Language } from '../core/model/language.ts';
import type { StepProblem } from '../core/model/questions.ts';

export interface Person {
  /** Unique within the deployment. Sealed states are bound to it. */
  readonly key: string;
  readonly objectId: PersonId;
  readonly name: string;
  readonly tenantId: string;
}

export interface Move {
  readonly verb: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly person: Person;
}

export interface StepView<State extends object = object, Beside extends object = object> {
  readonly state: State;
  readonly problems: readonly StepProblem[];
  readonly notice?: 'expired' | 'taken' | 'apart' | 'erased';
  /** Shown once with the state, never in it. */
  readonly transientData?: Beside;
  readonly typed?: Readonly<Record<string, string>>;
}

export type ConversationStep<State extends object = object, Beside extends object = object> =
  | ({ readonly kind: 'show' } & StepView<State, Beside>)
  | { readonly kind: 'done' }
  | { readonly kind: 'instead'; readonly dialog: string; readonly state: object };

export interface ConversationPosition {
  readonly id: string;
  readonly state: object;
}

/** `stale`: no conversation can go on from that position. */
export type MoveResult =
  | { readonly kind: 'shown'; readonly at: ConversationPosition; readonly shown: StepView }
  | { readonly kind: 'done' }
  | { readonly kind: 'stale' };

export type StepResult<Code extends string> =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'done'; readonly language: Language }
  /** The card stays as it is, with everything typed on it. */
  | { readonly kind: 'refused'; readonly code: Code };

/** A pure table of moves with its effects, without the Bot Framework. */
export interface Conversation<State extends object = object, Beside extends object = object> {
  readonly id: string;
  begin(options: unknown): State;
  /** `undefined` if another version of Candour made the state. */
  parse(state: unknown): State | undefined;
  /** The part that the next card holds sealed; missing: all of it. */
  toSealedState?(state: State): State;
  move(state: State, move: Move): Promise<ConversationStep<State, Beside>>;
  /** The state of a card that was open too long, with its last inputs; `undefined` if it simply goes on. */
  recoverExpired?(state: State, inputs: Move['inputs']): State | undefined;
  page(shown: StepView<State, Beside>, token: string): Page;
}

export interface ConversationRunner {
  /** Throws for an unknown name, or another conversation's options. */
  begin(id: string, options: object): Extract<MoveResult, { kind: 'shown' }>;
  move(from: ConversationPosition, move: Move): Promise<MoveResult>;
  page(step: { readonly at: ConversationPosition; readonly shown: StepView }, token: string): Page;
}

/** Throws if a conversation leads to a name that is not among them. */
export function createConversationRunner(conversations: readonly Conversation[]): ConversationRunner {
  function findConversation(id: string): Conversation {
    const found = conversations.find((one) => one.id === id);
    if (found === undefined) throw new Error('there is no such conversation');
    return found;
  }
  const toResult = (id: string, shown: StepView): Extract<MoveResult, { kind: 'shown' }> => {
    // A card's inputs come back with every press, so the state need not hold them.
    const state = findConversation(id).toSealedState?.(shown.state) ?? shown.state;
    return { kind: 'shown', at: { id, state }, shown };
  };
  const begin: ConversationRunner['begin'] = (id, options) =>
    toResult(id, { state: findConversation(id).begin(options), problems: [] });

  return {
    begin,
    async move({ id, state }, move) {
      const conversation = findConversation(id);
      const before = conversation.parse(state);
      if (before === undefined) return { kind: 'stale' };
      const step = await conversation.move(before, move);
      if (step.kind === 'done') return step;
      return step.kind === 'instead' ? begin(step.dialog, step.state) : toResult(id, step);
    },
    page: ({ at, shown }, token) => findConversation(at.id).page(shown, token),
  };
}
