import type { Page } from '../cards/page.ts';
import type { Conversation, Move, Position, Shown, Taken } from './conversation.ts';

/** Takes the steps of conversations. It keeps nothing between two of them. */
export interface Steps {
  /** The first step of a conversation. Throws if there is none of that name, or the options are not its own. */
  begin(id: string, options: object): Extract<Taken, { kind: 'shown' }>;
  /** The step that follows a move. */
  move(from: Position, move: Move): Promise<Taken>;
  /** The page of a step. `token` is what its buttons carry. */
  page(step: { readonly at: Position; readonly shown: Shown }, token: string): Page;
}

/** Takes the steps of conversations that may lead to each other. Throws if one is asked for that is not among them. */
export function createSteps(conversations: readonly Conversation[]): Steps {
  function named(id: string): Conversation {
    const found = conversations.find((one) => one.id === id);
    if (found === undefined) throw new Error('there is no such conversation');
    return found;
  }
  const showing = (id: string, shown: Shown): Extract<Taken, { kind: 'shown' }> => {
    // What stands in the fields of a card comes back with every press.
    const state = named(id).carried?.(shown.state) ?? shown.state;
    return { kind: 'shown', at: { id, state }, shown };
  };
  const begin: Steps['begin'] = (id, options) => showing(id, { state: named(id).begin(options), problems: [] });

  return {
    begin,
    async move({ id, state }, move) {
      const conversation = named(id);
      const before = conversation.parse(state);
      if (before === undefined) return { kind: 'stale' };
      const step = await conversation.move(before, move);
      if (step.kind === 'done') return step;
      return step.kind === 'instead' ? begin(step.dialog, step.state) : showing(id, step);
    },
    page: ({ at, shown }, token) => named(at.id).page(shown, token),
  };
}
