import { BotAdapter, TurnContext } from 'botbuilder';
// Whole, the package loads its recognisers of dates and numbers, which nothing here asks for: a tenth of a start.
import { Dialog, type DialogTurnResult, DialogTurnStatus } from 'botbuilder-dialogs/lib/dialog.js';
import { DialogContext } from 'botbuilder-dialogs/lib/dialogContext.js';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import type { CarriedDialogState } from './carried-state.ts';
import type { Conversation, Move, Shown, Step } from '../conversations/conversation.ts';

/** The outcome of a step of a dialog. `stale`: the state is none that a conversation of ours can go on from. */
export type Ran =
  | {
      readonly kind: 'shown';
      /** The conversation that shows something, which need not be the one that was asked. */
      readonly id: string;
      readonly shown: Shown;
      readonly state: CarriedDialogState;
    }
  | { readonly kind: 'done' }
  | { readonly kind: 'stale' };

/** Runs conversations as dialogs of the Bot Framework. No other file knows that they are. */
export interface DialogRunner {
  /** Begins a conversation. */
  begin(id: string, options: object): Promise<Ran>;
  /** Makes a move in the conversation that a card carried; its state is used up. */
  move(state: CarriedDialogState, move: Move): Promise<Ran>;
}

const carriedUnder = 'flow';
/** Where the framework looks for the scopes of memory that dialogs may name; it makes them for each turn where there are none. */
const scopesKey = 'DialogStateManagerConfiguration';
const moveKey = Symbol('move');
const shownKey = Symbol('shown');
type OnShow = Pick<Extract<Ran, { kind: 'shown' }>, 'id' | 'shown'>;

/** A dialog state that leads to a card of a conversation: what its dialog would have left behind. */
export const dialogStateOf = (id: string, state: object): CarriedDialogState => ({
  dialogStack: [{ id, state: { [carriedUnder]: state } }],
});

/** The conversation and its state in a dialog state, `undefined` where there is none. */
export function conversationIn(state: CarriedDialogState): { readonly id: string; readonly state: object } | undefined {
  const top = state.dialogStack.at(-1);
  const flow = top?.state[carriedUnder];
  return top === undefined || typeof flow !== 'object' || flow === null ? undefined : { id: top.id, state: flow };
}

const refuses = (): Promise<never> => Promise.reject(new Error('a dialog sends nothing'));

/** An adapter that refuses to send: all that is said stands on the card that answers a step. */
class SilentAdapter extends BotAdapter {
  override sendActivities = refuses;
  override updateActivity = refuses;
  override deleteActivity = refuses;
  override continueConversation = refuses;
}
const adapter = new SilentAdapter();

/** A turn of the Bot Framework that came by no channel and lasts for one step. */
const privateTurn = (): TurnContext =>
  new TurnContext(adapter, { type: 'invoke', channelId: 'candour', conversation: undefined });

/**
 * A conversation as one dialog whose only state is the conversation's own. The framework's waterfalls and prompts wait
 * for messages and keep answers in clear (docs/decisions/004-step-table.md).
 */
class GuidedDialog extends Dialog {
  readonly #conversation: Conversation;

  constructor(conversation: Conversation) {
    super(conversation.id);
    this.#conversation = conversation;
  }

  override async beginDialog(context: DialogContext, options?: object): Promise<DialogTurnResult> {
    return this.#show(context, { kind: 'show', state: this.#conversation.begin(options), problems: [] });
  }

  override async continueDialog(context: DialogContext): Promise<DialogTurnResult> {
    const before = this.#conversation.parse(context.activeDialog?.state[carriedUnder]);
    const move = context.context.turnState.get<Move | undefined>(moveKey);
    if (before === undefined || move === undefined) return context.cancelAllDialogs();
    const step = await this.#conversation.move(before, move);
    if (step.kind === 'done') return context.endDialog();
    if (step.kind === 'instead') return context.replaceDialog(step.dialog, step.state);
    return this.#show(context, step);
  }

  /** Nothing that the framework tells of changes a step: it is answered at once, and not asked about three times. */
  override onDialogEvent(): Promise<boolean> {
    return Promise.resolve(false);
  }

  #show(context: DialogContext, shown: Step & { readonly kind: 'show' }): DialogTurnResult {
    const carried = this.#conversation.carried?.(shown.state) ?? shown.state;
    if (context.activeDialog) context.activeDialog.state[carriedUnder] = carried;
    context.context.turnState.set(shownKey, { id: this.id, shown } satisfies OnShow);
    return Dialog.EndOfTurn;
  }
}

/** A runner of some conversations, which may lead to each other. */
export function createDialogRunner(conversations: readonly Conversation[]): DialogRunner {
  const dialogs = new DialogSet();
  for (const conversation of conversations) dialogs.add(new GuidedDialog(conversation));
  // They hold nothing by themselves: each looks into the turn that it is asked for.
  const scopes = new DialogContext(dialogs, privateTurn(), { dialogStack: [] }).state.configuration;

  async function run(
    { dialogStack }: CarriedDialogState,
    move: Move | undefined,
    step: (context: DialogContext) => Promise<DialogTurnResult>,
  ): Promise<Ran> {
    const turn = privateTurn();
    turn.turnState.set(scopesKey, scopes);
    turn.turnState.set(moveKey, move);
    const stack = [...dialogStack];
    try {
      const { status } = await step(new DialogContext(dialogs, turn, { dialogStack: stack }));
      if (status === DialogTurnStatus.complete) return { kind: 'done' };
      const onShow = turn.turnState.get<OnShow | undefined>(shownKey);
      if (status !== DialogTurnStatus.waiting || onShow === undefined) return { kind: 'stale' };
      return { kind: 'shown', ...onShow, state: { dialogStack: [...stack] } };
    } finally {
      // The framework's functions outlive their turn: what they reach stays in memory until everything is collected.
      turn.turnState.clear();
      stack.length = 0;
    }
  }

  return {
    begin: (id, options) => run({ dialogStack: [] }, undefined, (context) => context.beginDialog(id, options)),
    move: (state, move) => run(state, move, (context) => context.continueDialog()),
  };
}
