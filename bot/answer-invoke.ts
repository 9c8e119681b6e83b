import type { InvokeResponse, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { alertCard } from '../cards/alert-card.ts';
import type { Card } from '../cards/card.ts';
import type { Contacts } from '../cards/contacts.ts';
import { guidanceCard } from '../cards/guidance-card.ts';
import { type Notice, noticeCard } from '../cards/notice-card.ts';
import { parseSubmitted, type Submitted } from '../cards/submitted.ts';
import { say } from '../cards/words/say.ts';
import { acknowledgeCase, type AcknowledgeDependencies } from '../concerns/acknowledge-case.ts';
import { daySchema } from '../concerns/case-record.ts';
import { parseCaseId } from '../concerns/case-id.ts';
import { waitVerb } from '../concerns/report-flow.ts';
import { type Language, languageOfLocale } from '../concerns/language.ts';
import type { Directory } from '../concerns/ports/directory.ts';
import type { Door, Guide, Guided } from '../dialogs/guide.ts';
import type { Person } from '../dialogs/turn.ts';
import { cardInDialog, cardThatOpensDialogs } from './doors/card-actions.ts';
import { cardMessage, dialogCard, nothingMore, replacedCard } from './doors/invoke-answers.ts';
import type { EventLog } from './event-log.ts';
import type { IncomingActivity } from './incoming-activity.ts';
import { personOf } from './person.ts';
import type { SummaryDesk } from './summary-desk.ts';
import type { Pace } from './throttle.ts';
import type { WelcomeDesk } from './welcome-desk.ts';

export interface InvokeDependencies {
  readonly guide: Guide;
  readonly acknowledge: AcknowledgeDependencies;
  readonly directory: Directory;
  readonly summaries: SummaryDesk;
  readonly welcome: WelcomeDesk;
  readonly contacts: Contacts;
  readonly tenantId: string;
  /** The chat door: development only, since what is typed into cards in a chat reaches Teams' audit log. */
  readonly chatDoor: boolean;
  /** Told when an alert has to be shown as acknowledged. */
  readonly onAcknowledged: () => void;
  readonly log: EventLog;
}

const actionSchema = z.looseObject({
  value: z.looseObject({ action: z.looseObject({ data: z.unknown() }), trigger: z.string().optional() }),
});
const taskSchema = z.looseObject({ value: z.looseObject({ data: z.unknown() }) });

interface Use {
  readonly door: Door;
  readonly person: Person;
  readonly language: Language;
  readonly context: TurnContext;
  readonly pace: Pace;
}
/** What a used button leads to: a card, words beside the card, or the end of a conversation. */
type Result =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'done'; readonly language: Language };

/** Answers what people do on cards, through either door. */
export function createInvokeAnswers(
  deps: InvokeDependencies,
): (context: TurnContext, activity: IncomingActivity, pace: Pace) => Promise<InvokeResponse> {
  const notice = (use: Use, name: Notice): Result => ({
    kind: 'card',
    card: noticeCard({ language: use.language, notice: name, door: use.door }),
  });
  const ofGuide = (use: Use, guided: Guided): Result => {
    if (guided.kind === 'card' || guided.kind === 'done') return guided;
    return notice(use, guided.kind);
  };

  async function acknowledge(use: Use, caseId: string): Promise<Result> {
    const parsed = parseCaseId(caseId);
    const roles = await deps.directory.rolesOf(use.person.objectId);
    const outcome = parsed
      ? await acknowledgeCase(deps.acknowledge, parsed, { objectId: use.person.objectId, roles })
      : ({ kind: 'refused' } as const);
    if (outcome.kind === 'refused') {
      deps.log({ event: 'refused', what: 'acknowledge' });
      return { kind: 'words', text: say(use.language, 'notice.acknowledgeRefused') };
    }
    deps.onAcknowledged();
    const { caseId: id, urgency, receivedOn, kind, reason } = outcome.alert;
    const acknowledgedOn = daySchema.parse(outcome.acknowledgedOn);
    const message = { caseId: id, urgency, receivedOn, ...(kind && { kind }), reason, repeated: false, acknowledgedOn };
    return { kind: 'card', card: alertCard({ message, language: use.language }) };
  }

  async function perform(use: Use, action: Submitted, inputs: Readonly<Record<string, unknown>>): Promise<Result> {
    // A card of a conversation is shown again with all that was typed; an alert stays as it is for the next try.
    if (use.pace === 'tooOften' && action.verb !== 'move') {
      return action.verb === 'acknowledge'
        ? { kind: 'words', text: say(use.language, 'notice.tooOften') }
        : notice(use, 'tooOften');
    }
    switch (action.verb) {
      case 'show':
        if (action.card === 'guidance' && action.topic) {
          const { language, topic } = action;
          return { kind: 'card', card: guidanceCard({ language, topic, contacts: deps.contacts, door: use.door }) };
        }
        return { kind: 'card', card: await deps.welcome.card(use.person.objectId, action.language) };
      case 'open':
        return action.flow === 'week'
          ? { kind: 'card', card: await deps.summaries.chooser(use.person.objectId, action.language, use.door) }
          : ofGuide(use, await deps.guide.open(use.context, action.flow, action.language, use.person, use.door));
      case 'move': {
        const verb = use.pace === 'tooOften' ? waitVerb : action.move;
        const move = { verb, inputs, person: use.person };
        return ofGuide(use, await deps.guide.move(use.context, action.state, move, use.door));
      }
      case 'week':
        return {
          kind: 'card',
          card: await deps.summaries.answer(use.person.objectId, action.language, inputs, use.door),
        };
      case 'acknowledge':
        return acknowledge(use, action.caseId);
      default:
        return action satisfies never;
    }
  }

  /** The language that a card was in, where its action says so; else the client's. */
  const languageOf = (activity: IncomingActivity, action: Submitted | undefined): Language =>
    action && 'language' in action ? action.language : languageOfLocale(activity.locale);

  async function onChatCard(use: Use, submitted: ReturnType<typeof parseSubmitted>): Promise<InvokeResponse> {
    const inChat = (card: Card) => replacedCard(deps.chatDoor ? card : cardThatOpensDialogs(card));
    const show = (result: Result & { kind: 'card' }) => inChat(result.card);
    if (submitted === undefined) return inChat(noticeCard({ language: use.language, notice: 'odd', door: use.door }));
    const { action, inputs } = submitted;
    if (!deps.chatDoor && action.verb !== 'show' && action.verb !== 'acknowledge') {
      return inChat(noticeCard({ language: use.language, notice: 'dialogOnly', door: use.door }));
    }
    const result = await perform(use, action, inputs);
    if (result.kind === 'words') return cardMessage(result.text);
    if (result.kind === 'card') return show(result);
    return inChat(await deps.welcome.card(use.person.objectId, result.language));
  }

  async function onDialog(use: Use, submitted: ReturnType<typeof parseSubmitted>): Promise<InvokeResponse> {
    const title = say(use.language, 'common.dialogTitle');
    const show = (card: Card) => dialogCard(cardInDialog(card), title);
    if (submitted === undefined) return show(noticeCard({ language: use.language, notice: 'odd', door: use.door }));
    const { action, inputs } = submitted;
    // A way back to the start leads out of the dialog: the first card stands in the chat behind it.
    if (action.verb === 'show' && action.card === 'welcome') return nothingMore;
    if (action.verb === 'acknowledge')
      return show(noticeCard({ language: use.language, notice: 'odd', door: use.door }));
    const result = await perform(use, action, inputs);
    return result.kind === 'card' ? show(result.card) : nothingMore;
  }

  return async (context, activity, pace) => {
    const person = personOf(activity, deps.tenantId);
    const use = (door: Door, action: Submitted | undefined): Use => ({
      door,
      person,
      language: languageOf(activity, action),
      context,
      pace,
    });
    if (activity.name === 'adaptiveCard/action') {
      const value = actionSchema.safeParse(activity).data?.value;
      const submitted = parseSubmitted(value?.action.data);
      // A client that asks by itself gets nothing new: only a person's tap moves anything.
      if (value?.trigger === 'automatic') return cardMessage('');
      return onChatCard(use(deps.chatDoor ? 'chat' : 'dialog', submitted?.action), submitted);
    }
    if (activity.name === 'task/fetch' || activity.name === 'task/submit') {
      const submitted = parseSubmitted(taskSchema.safeParse(activity).data?.value.data);
      return onDialog(use('dialog', submitted?.action), submitted);
    }
    return nothingMore;
  };
}
