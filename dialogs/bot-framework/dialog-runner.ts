import { BotAdapter, TurnContext } from 'botbuilder';
// The whole package loads recognisers of dates and numbers that nothing here uses: a tenth of the start-up time.
import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog.js';
import { DialogContext } from 'botbuilder-dialogs/lib/dialogContext.js';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import type { CarriedDialogState } from './sealed-state.ts';
import type { Conversation, Move, Position, Taken } from '../conversation.ts';
import { createSteps, type Steps } from '../conversation.ts';

export interface DialogRunner {
  begin(id: string, options: object): Promise<Taken>;
  move(from: Position, move: Move): Promise<Taken>;
}

const carriedUnder = 'flow';
const scopesKey = 'DialogStateManagerConfiguration';
const moveKey = Symbol('move');
const takenKey = Symbol('taken');

export const dialogStateOf = ({ id, state }: Position): CarriedDialogState => ({
  dialogStack: [{ id, state: { [carriedUnder]: state } }],
});

export function positionIn(state: CarriedDialogState): Position | undefined {
  const top = state.dialogStack.at(-1);
  const flow = top?.state[carriedUnder];
  return top === undefined || typeof flow !== 'object' || flow === null ? undefined : { id: top.id, state: flow };
}

const refuses = (): Promise<never> => Promise.reject(new Error('a dialog sends nothing'));

/** Refuses to send: everything is said on the card that answers a step. */
class SilentAdapter extends BotAdapter {
  override sendActivities = refuses;
  override updateActivity = refuses;
  override deleteActivity = refuses;
  override continueConversation = refuses;
}
const adapter = new SilentAdapter();

const privateTurn = (): TurnContext =>
  new TurnContext(adapter, { type: 'invoke', channelId: 'candour', conversation: undefined });

/**
 * A conversation as one dialog. The framework's waterfalls and prompts wait for messages and keep answers in clear
 * (docs/decisions/004-step-table.md).
 */
class SteppingDialog extends Dialog {
  readonly #steps: Steps;

  constructor(id: string, steps: Steps) {
    super(id);
    this.#steps = steps;
  }

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

  /** Events change no step: answering at once saves three further calls. */
  override onDialogEvent(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

export function createDialogRunner(conversations: readonly Conversation[]): DialogRunner {
  const steps = createSteps(conversations);
  const dialogs = new DialogSet();
  for (const { id } of conversations) dialogs.add(new SteppingDialog(id, steps));
  // They hold no state: each reads the turn that it is given.
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
      // The framework's closures outlive the turn; without this its values stay in memory until a full collection.
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
