import { BotAdapter, TurnContext } from 'botbuilder';
// The whole package loads recognisers of dates and numbers that nothing here uses: a tenth of the start-up time.
import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog.js';
import { DialogContext } from 'botbuilder-dialogs/lib/dialogContext.js';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import type { DialogState } from './sealed-state.ts';
import type { Conversation, Move, ConversationPosition, MoveResult } from '../conversation.ts';
import { createConversationRunner, type ConversationRunner } from '../conversation.ts';

export interface DialogRunner {
  begin(id: string, options: object): Promise<MoveResult>;
  move(from: ConversationPosition, move: Move): Promise<MoveResult>;
}

const stateKey = 'flow';
const scopesKey = 'DialogStateManagerConfiguration';
const moveKey = Symbol('move');
const resultKey = Symbol('taken');

export const toDialogState = ({ id, state }: ConversationPosition): DialogState => ({
  dialogStack: [{ id, state: { [stateKey]: state } }],
});

export function parsePosition(state: DialogState): ConversationPosition | undefined {
  const top = state.dialogStack.at(-1);
  const flow = top?.state[stateKey];
  return top === undefined || typeof flow !== 'object' || flow === null ? undefined : { id: top.id, state: flow };
}

const rejectSend = (): Promise<never> => Promise.reject(new Error('a dialog sends nothing'));

/** The card that answers a step says everything. */
class SilentAdapter extends BotAdapter {
  override sendActivities = rejectSend;
  override updateActivity = rejectSend;
  override deleteActivity = rejectSend;
  override continueConversation = rejectSend;
}
const adapter = new SilentAdapter();

const createTurnContext = (): TurnContext =>
  new TurnContext(adapter, { type: 'invoke', channelId: 'candour', conversation: undefined });

/**
 * The framework's waterfalls and prompts wait for messages and keep answers in clear
 * (docs/decisions/004-step-table.md).
 */
class ConversationDialog extends Dialog {
  readonly #steps: ConversationRunner;

  constructor(id: string, steps: ConversationRunner) {
    super(id);
    this.#steps = steps;
  }

  override async beginDialog(context: DialogContext): Promise<DialogTurnResult> {
    const taken = context.context.turnState.get<MoveResult | undefined>(resultKey);
    if (taken?.kind === 'shown' && context.activeDialog) context.activeDialog.state[stateKey] = taken.at.state;
    return Dialog.EndOfTurn;
  }

  override async continueDialog(context: DialogContext): Promise<DialogTurnResult> {
    const from = parsePosition({ dialogStack: context.stack });
    const move = context.context.turnState.get<Move | undefined>(moveKey);
    if (from === undefined || move === undefined) return context.cancelAllDialogs();
    const taken = await this.#steps.move(from, move);
    context.context.turnState.set(resultKey, taken);
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
  const steps = createConversationRunner(conversations);
  const dialogs = new DialogSet();
  for (const { id } of conversations) dialogs.add(new ConversationDialog(id, steps));
  // They hold no state: each reads its turn.
  const scopes = new DialogContext(dialogs, createTurnContext(), { dialogStack: [] }).state.configuration;

  async function run(
    { dialogStack }: DialogState,
    given: readonly [key: symbol, value: unknown],
    step: (context: DialogContext) => Promise<DialogTurnResult>,
  ): Promise<MoveResult> {
    const turn = createTurnContext();
    turn.turnState.set(scopesKey, scopes);
    turn.turnState.set(...given);
    try {
      await step(new DialogContext(dialogs, turn, { dialogStack }));
      return turn.turnState.get<MoveResult | undefined>(resultKey) ?? { kind: 'stale' };
    } finally {
      // The framework's closures outlive the turn; without this its values stay in memory until a full collection.
      turn.turnState.clear();
      dialogStack.length = 0;
    }
  }

  return {
    begin: async (id, options) =>
      run({ dialogStack: [] }, [resultKey, steps.begin(id, options)], (context) => context.beginDialog(id)),
    move: (from, move) => run(toDialogState(from), [moveKey, move], (context) => context.continueDialog()),
  };
}
