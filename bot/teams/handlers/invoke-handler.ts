import type { InvokeResponse } from 'botbuilder';
import { alertPage } from '../../../cards/alert-page.ts';
import { guidancePage } from '../../../cards/guidance-page.ts';
import type { Card } from '../../../cards/card.ts';
import type { Page } from '../../../cards/page.ts';
import type { Contacts } from '../../../words/contacts.ts';
import type { LiveTopics } from '../../../guidance/topic.ts';
import { type Notice, noticePage } from '../../../cards/notice-page.ts';
import { parseSubmitted, type Submitted } from '../../../cards/submitted-data.ts';
import type { WordKey } from '../../../words/cards/catalogue.ts';
import { say } from '../../../words/cards/translate.ts';
import { acknowledgeCase, type AcknowledgeDependencies } from '../../../core/casework/acknowledge-case.ts';
import { daySchema } from '../../../core/model/case-record.ts';
import { type CaseId, parseCaseId } from '../../../core/model/codes.ts';
import { type Language, languageOfLocale } from '../../../core/model/language.ts';
import type { Directory, PersonId } from '../../../core/model/directory.ts';
import { waitVerb } from '../../../core/reporting/report-flow.ts';
import type { Person, StepResult } from '../../../dialogs/conversation.ts';
import type { CardRefusal, Guide } from '../../../dialogs/bot-framework/conversation-guide.ts';
import { channelOf, type IncomingActivity, isPersonalChat, personOf } from '../incoming-activity.ts';
import { cardInDialog, cardMessage, dialogCard, nothingMore, replacedCard } from '../card-actions.ts';
import { type MessageChoices, withMessages } from './message-preferences.ts';
import { type EventLog, OtherVersionError } from '../../runtime/event-log.ts';
import { guideInOrder } from '../../runtime/write-priority.ts';
import type { SummarySending } from '../../jobs/summary-subscription.ts';
import type { WeeklySummary } from './weekly-summary.ts';
import type { Pace } from '../../runtime/rate-limiter.ts';
import type { Welcome } from './welcome.ts';
import { z } from 'zod';
import { link } from '../../../cards/page.ts';
import { pulseClosedPage, pulsePage, pulseThanksPage } from '../../../cards/survey-page.ts';
import type { Random } from '../../../core/model/calendar.ts';
import { pulseAnswersIn } from '../../../core/model/survey.ts';
import type { PulseAnswering } from '../../jobs/campaigns/survey-answers.ts';

interface AtDoor {
  readonly person: Person;
  readonly language: Language;
  readonly pace: Pace;
}

/** A refusal leaves the card. */
type Result = StepResult<WordKey>;
const shown = (page: Page): Result => ({ kind: 'page', page });
const noticed = (language: Language, notice: Notice): Result => shown(noticePage({ language, notice }));

/** Neither the button nor its page may hold a person's words. */
const isForChat = (action: Submitted): boolean =>
  action.verb === 'show' || action.verb === 'messages' || action.verb === 'acknowledge' || asksForFigures(action);

export function createInvokeAnswers(deps: {
  readonly guide: Guide;
  readonly acknowledge: AcknowledgeDependencies;
  readonly directory: Directory;
  readonly summaries: WeeklySummary;
  readonly sending: Pick<SummarySending, 'choose' | 'health'>;
  readonly messages: MessageChoices;
  readonly pulse: Pick<PulseAnswering, 'isOpen' | 'take'>;
  readonly random: Random;
  readonly welcome: Welcome;
  readonly contacts: Contacts;
  readonly topicsNow: LiveTopics;
  readonly tenantId: string;
  /** Development only: words typed into a chat's cards reach Teams' audit log. */
  readonly chatDoor: boolean;
  readonly inChat: (page: Page) => Card;
  readonly onAcknowledged: () => void;
  /** `undefined` if the tab has no address. */
  readonly tabFor: (caseId: CaseId) => string | undefined;
  /** `undefined` if the page has no address. */
  readonly ownPage: string | undefined;
  readonly log: EventLog;
}): (activity: IncomingActivity, pace: Pace) => Promise<InvokeResponse> {
  const guide = guideInOrder(deps.guide);

  async function acknowledge(use: AtDoor, caseId: string): Promise<Result> {
    const parsed = parseCaseId(caseId);
    const roles = await deps.directory.rolesOf(use.person.objectId);
    const outcome = parsed
      ? await acknowledgeCase(deps.acknowledge, parsed, { objectId: use.person.objectId, roles })
      : ({ kind: 'refused' } as const);
    if (outcome.kind === 'refused') {
      deps.log({ event: 'refused', what: 'acknowledge' });
      return { kind: 'refused', code: 'notice.acknowledgeRefused' };
    }
    deps.onAcknowledged();
    const { caseId: id, urgency, receivedOn, kind, reason } = outcome.alert;
    const acknowledgedOn = daySchema.parse(outcome.acknowledgedOn);
    const message = { caseId: id, urgency, receivedOn, ...(kind && { kind }), reason, repeated: false, acknowledgedOn };
    return shown(alertPage({ message, language: use.language, tab: deps.tabFor(id) }));
  }

  const sendingOf = (objectId: PersonId, { audience, wanted, language }: Extract<Submitted, { verb: 'sendWeek' }>) =>
    wanted === undefined
      ? deps.sending.health(objectId, language, undefined)
      : deps.sending.choose(objectId, audience, wanted, language);

  async function pulse(
    { campaign, phase, press, language }: Extract<Submitted, { verb: 'pulse' }>,
    inputs: Readonly<Record<string, unknown>>,
  ): Promise<Page> {
    const answers = pulseAnswersIn(inputs);
    const isAnswered = Object.keys(answers).length > 0;
    if (press !== undefined && isAnswered) {
      const isCounted = await deps.pulse.take(campaign, phase, answers, press);
      return isCounted ? pulseThanksPage(language) : pulseClosedPage(language);
    }
    if (!(await deps.pulse.isOpen(campaign, phase))) return pulseClosedPage(language);
    const next = press ?? Buffer.from(deps.random(8)).toString('hex');
    return pulsePage({ campaign, phase, language, answers, press: next, isEmpty: press !== undefined });
  }

  /** Throws OtherVersionError if another version made the card. */
  function usable(language: Language, result: StepResult<CardRefusal>): Result {
    if (result.kind !== 'refused') return result;
    if (result.code === 'stale') throw new OtherVersionError();
    return noticed(language, result.code);
  }

  /** Throws StoreError and OtherVersionError. */
  async function perform(
    { person, language, pace }: AtDoor,
    { action, inputs }: NonNullable<Pressed['submitted']>,
    activity: IncomingActivity,
  ): Promise<Result> {
    // A conversation's card comes again with everything typed; an alert stays.
    if (pace === 'tooOften' && action.verb !== 'move') {
      return action.verb === 'acknowledge'
        ? { kind: 'refused', code: 'notice.tooOften' }
        : noticed(language, 'tooOften');
    }
    const { objectId } = person;
    switch (action.verb) {
      case 'acknowledge':
        return acknowledge({ person, language, pace }, action.caseId);
      case 'open':
        if (action.flow === 'week') return shown(await deps.summaries.latest(objectId, action.language));
        return usable(language, await guide.open(action.flow, action.language, person));
      case 'move': {
        const move = { verb: pace === 'tooOften' ? waitVerb : action.move, inputs, person };
        return usable(language, await guide.move(action.state, move));
      }
      case 'show': {
        if (!asksForGuidance(action)) return shown(await deps.welcome.page(objectId, language));
        const page = guidancePage({ ...action, topics: deps.topicsNow(), contacts: deps.contacts });
        return shown(guidanceAt(page, activity, deps.ownPage));
      }
      case 'week':
        return shown(await deps.summaries.chosen(objectId, action.language, inputs));
      case 'summary':
        return shown(await deps.summaries.view(objectId, action, inputs));
      case 'sendWeek':
        return shown(await sendingOf(objectId, action));
      case 'pulse':
        return shown(await pulse(action, inputs));
      case 'messages':
        return shown(await deps.messages.page(activity, action));
      default:
        return action satisfies never;
    }
  }

  const languageOf = (activity: IncomingActivity, action: Submitted | undefined): Language =>
    // A refused step may be of someone else's card.
    action && action.verb !== 'move' && 'language' in action ? action.language : languageOfLocale(activity.locale);

  async function onChatCard(
    use: AtDoor,
    submitted: Pressed['submitted'],
    activity: IncomingActivity,
  ): Promise<InvokeResponse> {
    const inChat = (page: Page) => replacedCard(deps.inChat(page));
    if (submitted === undefined) {
      // It is an alert, and stays for the next try.
      if (channelOf(activity)) return cardMessage(say(use.language, 'notice.odd'));
      return inChat(noticePage({ language: use.language, notice: 'odd' }));
    }
    const { action } = submitted;
    if (!isPersonalChat(activity)) {
      const words = use.pace === 'tooOften' ? 'notice.tooOften' : wordsAmongOthers(action);
      if (words) return cardMessage(say(use.language, words));
    }
    if (!deps.chatDoor && !isForChat(action)) {
      return inChat(noticePage({ language: use.language, notice: 'dialogOnly' }));
    }
    const result = await perform(use, submitted, activity);
    if (result.kind === 'refused') return cardMessage(say(use.language, result.code));
    if (result.kind === 'page') return inChat(result.page);
    return inChat(await deps.welcome.page(use.person.objectId, result.language));
  }

  async function onDialog(
    use: AtDoor,
    submitted: Pressed['submitted'],
    activity: IncomingActivity,
  ): Promise<InvokeResponse> {
    const title = say(use.language, 'common.dialogTitle');
    const show = (page: Page) => dialogCard(cardInDialog(page), title);
    if (submitted === undefined) return show(noticePage({ language: use.language, notice: 'odd' }));
    const { action } = submitted;
    // The first card is in the chat behind.
    if (action.verb === 'show' && action.card === 'welcome') return nothingMore;
    if (action.verb === 'acknowledge') return show(noticePage({ language: use.language, notice: 'odd' }));
    if (asksForFigures(action) && !isPersonalChat(activity)) {
      return show(noticePage({ language: use.language, notice: 'summaryElsewhere' }));
    }
    const result = await perform(use, submitted, activity);
    return result.kind === 'page' ? show(result.page) : nothingMore;
  }

  return async (activity, pace) => {
    const person = personOf(activity, deps.tenantId);
    const use = (action: Submitted | undefined): AtDoor => ({ person, language: languageOf(activity, action), pace });
    const { submitted, isAutomatic } = pressedIn(activity);
    if (activity.name === 'adaptiveCard/action') {
      // Only a tap moves anything.
      if (isAutomatic) return cardMessage('');
      return onChatCard(use(submitted?.action), submitted, activity);
    }
    if (activity.name === 'task/fetch' || activity.name === 'task/submit') {
      return onDialog(use(submitted?.action), submitted, activity);
    }
    return nothingMore;
  };
}

const actionSchema = z.looseObject({
  value: z.looseObject({
    action: z.looseObject({ data: z.unknown().optional() }).optional(),
    trigger: z.string().optional(),
  }),
});
const taskSchema = z.looseObject({ value: z.looseObject({ data: z.unknown() }) });

/** `undefined` if no card of ours sent it. */
export interface Pressed {
  readonly submitted: ReturnType<typeof parseSubmitted>;
  /** A client asked by itself. */
  readonly isAutomatic: boolean;
}

export function pressedIn(activity: IncomingActivity): Pressed {
  if (activity.name === 'adaptiveCard/action') {
    const value = actionSchema.safeParse(activity).data?.value;
    return { submitted: parseSubmitted(value?.action?.data), isAutomatic: value?.trigger === 'automatic' };
  }
  return { submitted: parseSubmitted(taskSchema.safeParse(activity).data?.value.data), isAutomatic: false };
}

const asksForFigures = (action: Submitted): boolean =>
  action.verb === 'sendWeek' ||
  action.verb === 'week' ||
  action.verb === 'summary' ||
  (action.verb === 'open' && action.flow === 'week');

const asksForGuidance = (
  action: Submitted,
): action is Extract<Submitted, { verb: 'show' }> & { readonly topic: string } =>
  action.verb === 'show' && action.card === 'guidance' && action.topic !== undefined;

/** The refusal of a personal button on a card that others read, which stays; `undefined` for alerts and guidance. */
function wordsAmongOthers(action: Submitted): WordKey | undefined {
  if (asksForFigures(action)) return 'notice.summaryElsewhere';
  if (action.verb === 'messages') return 'notice.messagesElsewhere';
  const isForAll = action.verb === 'acknowledge' || asksForGuidance(action);
  return isForAll ? undefined : 'notice.ownChat';
}

/**
 * A guidance page where it was pressed: with message choices in one's own chat; among others nothing personal begins,
 * and it links to `ownPage`.
 */
function guidanceAt(page: Page, activity: IncomingActivity, ownPage: string | undefined): Page {
  // No one else sees a dialog.
  if (isPersonalChat(activity) || activity.name !== 'adaptiveCard/action') return withMessages(page, activity);
  const { language, sections = [], actions } = page;
  const links = ownPage === undefined ? [] : [link(say(language, 'welcome.page'), ownPage)];
  return {
    ...page,
    sections: [...sections, { text: [say(language, 'notice.ownChat')], links }],
    actions: actions.filter((action) => 'url' in action || wordsAmongOthers(action.sends) === undefined),
  };
}
