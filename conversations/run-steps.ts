import type { Page } from '../cards/page.ts';
import type { Conversation, Move, Position, Shown, Taken } from './conversation.ts';

export interface Steps {
  /** Throws for an unknown name, and if the options are not the conversation's own. */
  begin(id: string, options: object): Extract<Taken, { kind: 'shown' }>;
  move(from: Position, move: Move): Promise<Taken>;
  page(step: { readonly at: Position; readonly shown: Shown }, token: string): Page;
}

/** Conversations may lead to each other. Throws if one leads to a name that is not among them. */
export function createSteps(conversations: readonly Conversation[]): Steps {
  function named(id: string): Conversation {
    const found = conversations.find((one) => one.id === id);
    if (found === undefined) throw new Error('there is no such conversation');
    return found;
  }
  const showing = (id: string, shown: Shown): Extract<Taken, { kind: 'shown' }> => {
    // A card's inputs come back with every press, so they need not be carried.
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
