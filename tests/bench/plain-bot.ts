import { ConversationState, MemoryStorage, type TurnContext } from 'botbuilder';
import {
  Dialog,
  type DialogContext,
  DialogReason,
  DialogSet,
  type DialogTurnResult,
  DialogTurnStatus,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import { z } from 'zod';
import { renderDialogCard } from '../../bot/teams/card-responses.ts';
import { renderPage } from '../../cards/render-page.ts';
import { reportPage } from '../../cards/report/report-page.ts';
import { reportStateSchema, initialReportState } from '../../core/reporting/report-flow.ts';
import { generateReturnCode } from '../../core/model/return-code.ts';
import { applicableSteps, type StepId } from '../../core/model/report-steps.ts';
import { contactsSchema } from '../../words/contacts.ts';
import { exampleFacts } from '../support/cards/example-views.ts';
import { reportAnswers } from './report-script.ts';

type Values = Readonly<Record<string, unknown>>;

/** Placeholders for the words of these answers, which occur in no card otherwise. */
const written = ['what', 'who', 'when'] as const;
const placeholderOf = (id: string): string => `«${id}»`;
const byPlaceholder: ReadonlyMap<unknown, string> = new Map(written.map((id) => [placeholderOf(id), id]));

/**
 * Candour's card of a step as it looks by a door, drawn now and never again: what a bot sends that keeps its cards, and
 * that gets no faster when Candour draws faster.
 */
export function loadCard(at: StepId, door: 'chat' | 'dialog'): object {
  const chosen = reportAnswers('');
  const placeholders = Object.fromEntries(written.map((id) => [id, placeholderOf(id)]));
  // Until the last card, which shows all of it again, no one has answered anything on a card that comes to them.
  const answers = at === 'review' ? { ...chosen, ...placeholders } : {};
  const code = generateReturnCode((bytes) => new Uint8Array(bytes));
  const state = reportStateSchema.parse({ ...initialReportState(code, 'en'), at, answers });
  const page = reportPage({ state, problems: [], token: 'none', contacts: contactsSchema.parse({}), ...exampleFacts });
  return door === 'dialog' ? renderDialogCard(page) : renderPage(page);
}

function copyNode(node: unknown, values: Values): unknown {
  if (Array.isArray(node)) return node.map((one) => copyNode(one, values));
  if (typeof node !== 'object' || node === null) {
    const id = byPlaceholder.get(node);
    return id === undefined ? node : values[id];
  }
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) copy[key] = copyNode(value, values);
  // What was answered before is in its input again for someone who goes back.
  if ('id' in node && typeof node.id === 'string' && node.id in values) copy['value'] = values[node.id];
  return copy;
}

/** A copy of a kept card with what was answered filled in. */
export const fillTemplate = (card: object, values: Values): object => ({ ...Object(copyNode(card, values)) });

const dataSchema = z.looseObject({ candour: z.looseObject({ verb: z.string() }) });
const valueSchema = z.union([
  z.object({ action: z.object({ data: dataSchema }) }).transform(({ action }) => action.data),
  z.object({ data: dataSchema }).transform(({ data }) => data),
]);
const cardKey = Symbol('card');

/** The stock waterfall goes on for messages only (botbuilder-js #4119); answers on a card in place are invokes. */
class CardWaterfall extends WaterfallDialog {
  override continueDialog(context: DialogContext): Promise<DialogTurnResult> {
    return this.resumeDialog(context, DialogReason.continueCalled, context.context.activity.value);
  }
}

/** Takes what was answered into the waterfall's values, as samples do, and shows the card of the step. */
const step =
  (card: object) =>
  async (context: WaterfallStepContext): Promise<DialogTurnResult> => {
    const { candour: _, ...inputs } = valueSchema.safeParse(context.result).data ?? {};
    Object.assign(context.values, inputs);
    context.context.turnState.set(cardKey, fillTemplate(card, { ...context.values }));
    return Dialog.EndOfTurn;
  };

/**
 * A Bot Framework bot as a good engineer would write it with the stock parts: a waterfall, its answers in conversation
 * state, cards answered in place. Its cards were drawn as it started and are kept; answers are filled in. It leads over the
 * same cards, and seals and stores nothing.
 */
export function createPlainBot(door: 'chat' | 'dialog'): (context: TurnContext) => Promise<object> {
  const conversation = new ConversationState(new MemoryStorage());
  // The cards that the report which is measured leads over.
  const cards = applicableSteps({ kind: 'boundaries', known: 'saw' }).map(({ id }) => loadCard(id, door));
  const dialogs = new DialogSet(conversation.createProperty('dialogs')).add(
    new CardWaterfall('report', cards.map(step)),
  );
  return async (context) => {
    const dialog = await dialogs.createContext(context);
    const verb = valueSchema.safeParse(context.activity.value).data?.candour.verb;
    if (verb === 'open') await dialog.cancelAllDialogs();
    const result = await dialog.continueDialog();
    if (result.status === DialogTurnStatus.empty) await dialog.beginDialog('report');
    await conversation.saveChanges(context);
    const card: unknown = context.turnState.get(cardKey);
    return z.looseObject({}).parse(card);
  };
}
