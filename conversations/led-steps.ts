import type { Page } from '../cards/page.ts';
import type { Conversation, Move, Shown } from './conversation.ts';

/** Where somebody is in a conversation: what its card shows, and what the next move begins with. */
export interface LedStep {
  readonly id: string;
  readonly state: object;
  readonly shown: Shown;
}

/** The steps of conversations for one person who stays where they are: the state goes nowhere between two of them. */
export interface LedSteps {
  /** The first step of a conversation. */
  begin(id: string, options: object): LedStep;
  /** The step that follows a move, `undefined` where the conversation is over. */
  move(from: LedStep, move: Move): Promise<LedStep | undefined>;
  /** The page of a step. `token` is what its buttons carry. */
  page(step: LedStep, token: string): Page;
}

/** Leads through conversations that may lead to each other. Throws where one is asked for that is not among them. */
export function createLedSteps(conversations: readonly Conversation[]): LedSteps {
  function named(id: string): Conversation {
    const found = conversations.find((one) => one.id === id);
    if (found === undefined) throw new Error('there is no such conversation');
    return found;
  }
  const showing = (id: string, shown: Shown): LedStep => {
    // What stands in the fields of a card comes back with every press, as at the other doors.
    return { id, state: named(id).carried?.(shown.state) ?? shown.state, shown };
  };
  const begin = (id: string, options: object): LedStep =>
    showing(id, { state: named(id).begin(options), problems: [] });

  return {
    begin,
    async move({ id, state }, move) {
      const conversation = named(id);
      const before = conversation.parse(state);
      if (before === undefined) return undefined;
      const step = await conversation.move(before, move);
      if (step.kind === 'done') return undefined;
      if (step.kind === 'instead') return begin(step.dialog, step.state);
      return showing(id, step);
    },
    page: ({ id, shown }, token) => named(id).page(shown, token),
  };
}
