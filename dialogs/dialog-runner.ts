import { BotAdapter, TurnContext } from 'botbuilder';
// Whole, the package loads its recognisers of dates and numbers, which nothing here asks for: a tenth of a start.
import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog.js';
import { DialogContext } from 'botbuilder-dialogs/lib/dialogContext.js';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import type { CarriedDialogState } from './carried-state.ts';
import type { Conversation, Move, Position, Taken } from '../conversations/conversation.ts';
import { createSteps, type Steps } from '../conversations/run-steps.ts';

/** Takes steps as dialogs of the Bot Framework. No other file knows that they are. */
export interface DialogRunner {
  /** Begins a conversation. */
  begin(id: string, options: object): Promise<Taken>;
  /** Makes a move in the conversation that a card carried; its position is used up. */
  move(from: Position, move: Move): Promise<Taken>;
}

const carriedUnder = 'flow';
/** Where the framework looks for the scopes of memory that dialogs may name; it makes them for each turn where there are none. */
const scopesKey = 'DialogStateManagerConfiguration';
const moveKey = Symbol('move');
const takenKey = Symbol('taken');

/** The state that the dialog of a position leaves behind: what a card carries. */
export const dialogStateOf = ({ id, state }: Position): CarriedDialogState => ({
  dialogStack: [{ id, state: { [carriedUnder]: state } }],
});

/** The position in a dialog state, `undefined` if there is none. */
export function positionIn(state: CarriedDialogState): Position | undefined {
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
class SteppingDialog extends Dialog {
  readonly #steps: Steps;

  constructor(id: string, steps: Steps) {
    super(id);
    this.#steps = steps;
  }

  /** Waits at the position of the step that was taken. */
  override async beginDialog(context: DialogContext): Promise<DialogTurnResult> {
    const taken = context.context.turnState.get<Taken | undefined>(takenKey);
    if (taken?.kind === 'shown' && context.activeDialog) context.activeDialog.state[carriedUnder] = taken.at.state;
    return Dialog.EndOfTurn;
  }

  override async continueDialog(context: DialogContext): Promise<DialogTurnResult> {
    const from = positionIn({ dialogStack: context.stack });
    const move = context.context.turnState.get<Move | undefined>(moveKey);
    if (from === undefined || move === undefined) return context.cancelAllDialogs();
    const taken = await this.#steps.move(from, move);
    context.context.turnState.set(takenKey, taken);
    if (taken.kind === 'done') return context.endDialog();
    if (taken.kind === 'stale') return context.cancelAllDialogs();
    return taken.at.id === this.id ? this.beginDialog(context) : context.replaceDialog(taken.at.id);
  }

  /** Nothing that the framework tells of changes a step: it is answered at once, and not asked about three times. */
  override onDialogEvent(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

/** A runner of some conversations, which may lead to each other. */
export function createDialogRunner(conversations: readonly Conversation[]): DialogRunner {
  const steps = createSteps(conversations);
  const dialogs = new DialogSet();
  for (const { id } of conversations) dialogs.add(new SteppingDialog(id, steps));
  // They hold nothing by themselves: each looks into the turn that it is asked for.
  const scopes = new DialogContext(dialogs, privateTurn(), { dialogStack: [] }).state.configuration;

  async function run(
    { dialogStack }: CarriedDialogState,
    given: readonly [key: symbol, value: unknown],
    step: (context: DialogContext) => Promise<DialogTurnResult>,
  ): Promise<Taken> {
    const turn = privateTurn();
    turn.turnState.set(scopesKey, scopes);
    turn.turnState.set(...given);
    try {
      await step(new DialogContext(dialogs, turn, { dialogStack }));
      return turn.turnState.get<Taken | undefined>(takenKey) ?? { kind: 'stale' };
    } finally {
      // The framework's functions outlive their turn: what they reach stays in memory until everything is collected.
      turn.turnState.clear();
      dialogStack.length = 0;
    }
  }

  return {
    begin: async (id, options) =>
      run({ dialogStack: [] }, [takenKey, steps.begin(id, options)], (context) => context.beginDialog(id)),
    move: (from, move) => run(dialogStateOf(from), [moveKey, move], (context) => context.continueDialog()),
  };
}
