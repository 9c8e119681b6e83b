import type { InvokeResponse } from 'botbuilder';
import { alertPage } from '../../../cards/alert-page.ts';
import { guidancePage } from '../../../cards/guidance-page.ts';
import type { Card } from '../../../cards/card-renderer.ts';
import type { Page } from '../../../cards/page.ts';
import type { Contacts } from '../../../words/contacts.ts';
import type { GetTopics } from '../../../guidance/topic.ts';
import { type NoticeName, noticePage } from '../../../cards/notice-page.ts';
import { parseSubmittedAction, type SubmittedAction } from '../../../cards/submitted-action.ts';
import type { WordKey } from '../../../words/cards/catalogue.ts';
import { translate } from '../../../words/cards/translate.ts';
import { acknowledgeCase, type AcknowledgeDependencies } from '../../../core/casework/acknowledge-case.ts';
import { daySchema } from '../../../core/model/case-record.ts';
import { type CaseId, parseCaseId } from '../../../core/model/case-id.ts';
import { type Language, languageFromLocale } from '../../../core/model/language.ts';
import type { RoleDirectory, PersonId } from '../../../core/model/roles.ts';
import { waitVerb } from '../../../core/reporting/report-flow.ts';
import type { Person, StepResult } from '../../../dialogs/conversation.ts';
import type { CardRefusal, DialogManager } from '../../../dialogs/bot-framework/dialog-manager.ts';
import { getChannel, type IncomingActivity, isPersonalChat, getPerson } from '../incoming-activity.ts';
import { renderDialogCard, messageResponse, dialogResponse, emptyResponse, cardResponse } from '../card-responses.ts';
import { type MessageSubscriptionPages, withMessageSubscriptionButton } from './message-subscription-pages.ts';
import { type EventLog, CardVersionError } from '../../runtime/event-log.ts';
import { withWritePriority } from '../../runtime/write-priority.ts';
import type { SummarySubscriptions } from '../../jobs/summary-subscriptions.ts';
import type { WeeklySummaryPages } from './weekly-summary-pages.ts';
import type { RateLimitResult } from '../../runtime/rate-limiter.ts';
import type { WelcomePages } from './welcome-pages.ts';
import { z } from 'zod';
import { link } from '../../../cards/page.ts';
import { surveyClosedPage, surveyPage, surveyThanksPage } from '../../../cards/survey-page.ts';
import type { RandomSource } from '../../../core/model/calendar.ts';
import { parseSurveyAnswers } from '../../../core/model/survey.ts';
import type { SurveyAnswerCounter } from '../../jobs/campaigns/survey-answer-counter.ts';

interface InvokeContext {
  readonly person: Person;
  readonly language: Language;
  readonly rateLimit: RateLimitResult;
}

type InvokeResult = StepResult<WordKey>;
const pageResult = (page: Page): InvokeResult => ({ kind: 'page', page });
const noticeResult = (language: Language, notice: NoticeName): InvokeResult =>
  pageResult(noticePage({ language, notice }));

/** Neither the button nor its page may hold a person's words. */
const isAllowedInChat = (action: SubmittedAction): boolean =>
  action.verb === 'show' || action.verb === 'messages' || action.verb === 'acknowledge' || isSummaryAction(action);

export function createInvokeHandler(deps: {
  readonly guide: DialogManager;
  readonly acknowledge: AcknowledgeDependencies;
  readonly directory: RoleDirectory;
  readonly summaries: WeeklySummaryPages;
  readonly summarySubscription: Pick<SummarySubscriptions, 'subscribePerson' | 'health'>;
  readonly messages: MessageSubscriptionPages;
  readonly pulse: Pick<SurveyAnswerCounter, 'isOpen' | 'submit'>;
  readonly random: RandomSource;
  readonly welcome: WelcomePages;
  readonly contacts: Contacts;
  readonly topicsNow: GetTopics;
  readonly tenantId: string;
  /** Development only: words typed into a chat's cards reach Teams' audit log. */
  readonly chatInput: boolean;
  readonly renderChatCard: (page: Page) => Card;
  readonly onAcknowledged: () => void;
  /** `undefined` if the tab has no address. */
  readonly getTabLink: (caseId: CaseId) => string | undefined;
  readonly pageUrl: string | undefined;
  readonly log: EventLog;
}): (activity: IncomingActivity, rateLimit: RateLimitResult) => Promise<InvokeResponse> {
  const dialogManager = withWritePriority(deps.guide);

  async function acknowledge(context: InvokeContext, caseId: string): Promise<InvokeResult> {
    const parsed = parseCaseId(caseId);
    const roles = await deps.directory.getRoles(context.person.objectId);
    const outcome = parsed
      ? await acknowledgeCase(deps.acknowledge, parsed, { objectId: context.person.objectId, roles })
      : ({ kind: 'refused' } as const);
    if (outcome.kind === 'refused') {
      deps.log({ event: 'refused', what: 'acknowledge' });
      return { kind: 'refused', code: 'notice.acknowledgeRefused' };
    }
    deps.onAcknowledged();
    const { caseId: id, urgency, receivedOn, kind, reason } = outcome.alert;
    const acknowledgedOn = daySchema.parse(outcome.acknowledgedOn);
    const message = { caseId: id, urgency, receivedOn, ...(kind && { kind }), reason, repeated: false, acknowledgedOn };
    return pageResult(alertPage({ message, language: context.language, tab: deps.getTabLink(id) }));
  }

  const answerSummarySubscription = (
    objectId: PersonId,
    { audience, wanted, language }: Extract<SubmittedAction, { verb: 'sendWeek' }>,
  ) =>
    wanted === undefined
      ? deps.summarySubscription.health(objectId, language, undefined)
      : deps.summarySubscription.subscribePerson(objectId, audience, wanted, language);

  async function answerSurvey(
    { campaign, phase, press, language }: Extract<SubmittedAction, { verb: 'pulse' }>,
    inputs: Readonly<Record<string, unknown>>,
  ): Promise<Page> {
    const answers = parseSurveyAnswers(inputs);
    const isAnswered = Object.keys(answers).length > 0;
    if (press !== undefined && isAnswered) {
      const isCounted = await deps.pulse.submit(campaign, phase, answers, press);
      return isCounted ? surveyThanksPage(language) : surveyClosedPage(language);
    }
    if (!(await deps.pulse.isOpen(campaign, phase))) return surveyClosedPage(language);
    const next = press ?? Buffer.from(deps.random(8)).toString('hex');
    return surveyPage({ campaign, phase, language, answers, press: next, isEmpty: press !== undefined });
  }

  /** Throws CardVersionError if another version made the card. */
  function toResult(language: Language, result: StepResult<CardRefusal>): InvokeResult {
    if (result.kind !== 'refused') return result;
    if (result.code === 'stale') throw new CardVersionError();
    return noticeResult(language, result.code);
  }

  async function perform(
    { person, language, rateLimit }: InvokeContext,
    { action, inputs }: NonNullable<CardAction['submitted']>,
    activity: IncomingActivity,
  ): Promise<InvokeResult> {
    // A conversation's card comes again with everything typed; an alert stays.
    if (rateLimit === 'tooOften' && action.verb !== 'move') {
      return action.verb === 'acknowledge'
        ? { kind: 'refused', code: 'notice.tooOften' }
        : noticeResult(language, 'tooOften');
    }
    const { objectId } = person;
    switch (action.verb) {
      case 'acknowledge':
        return acknowledge({ person, language, rateLimit }, action.caseId);
      case 'open':
        if (action.flow === 'week') return pageResult(await deps.summaries.latest(objectId, action.language));
        return toResult(language, await dialogManager.open(action.flow, action.language, person));
      case 'move': {
        const move = { verb: rateLimit === 'tooOften' ? waitVerb : action.move, inputs, person };
        return toResult(language, await dialogManager.move(action.state, move));
      }
      case 'show': {
        if (!isGuidanceAction(action)) return pageResult(await deps.welcome.page(objectId, language));
        const page = guidancePage({ ...action, topics: deps.topicsNow(), contacts: deps.contacts });
        return pageResult(chatGuidancePage(page, activity, deps.pageUrl));
      }
      case 'week':
        return pageResult(await deps.summaries.choosePeriod(objectId, action.language, inputs));
      case 'summary':
        return pageResult(await deps.summaries.view(objectId, action, inputs));
      case 'sendWeek':
        return pageResult(await answerSummarySubscription(objectId, action));
      case 'pulse':
        return pageResult(await answerSurvey(action, inputs));
      case 'messages':
        return pageResult(await deps.messages.page(activity, action));
      default:
        return action satisfies never;
    }
  }

  const actionLanguage = (activity: IncomingActivity, action: SubmittedAction | undefined): Language =>
    // A refused step may be from someone else's card.
    action && action.verb !== 'move' && 'language' in action ? action.language : languageFromLocale(activity.locale);

  async function onChatCard(
    context: InvokeContext,
    submitted: CardAction['submitted'],
    activity: IncomingActivity,
  ): Promise<InvokeResponse> {
    const inChat = (page: Page) => cardResponse(deps.renderChatCard(page));
    if (submitted === undefined) {
      // It is an alert, and stays for the next try.
      if (getChannel(activity)) return messageResponse(translate(context.language, 'notice.odd'));
      return inChat(noticePage({ language: context.language, notice: 'odd' }));
    }
    const { action } = submitted;
    if (!isPersonalChat(activity)) {
      const words = context.rateLimit === 'tooOften' ? 'notice.tooOften' : sharedChatRefusal(action);
      if (words) return messageResponse(translate(context.language, words));
    }
    if (!deps.chatInput && !isAllowedInChat(action)) {
      return inChat(noticePage({ language: context.language, notice: 'dialogOnly' }));
    }
    const result = await perform(context, submitted, activity);
    if (result.kind === 'refused') return messageResponse(translate(context.language, result.code));
    if (result.kind === 'page') return inChat(result.page);
    return inChat(await deps.welcome.page(context.person.objectId, result.language));
  }

  async function onDialog(
    context: InvokeContext,
    submitted: CardAction['submitted'],
    activity: IncomingActivity,
  ): Promise<InvokeResponse> {
    const title = translate(context.language, 'common.dialogTitle');
    const show = (page: Page) => dialogResponse(renderDialogCard(page), title);
    if (submitted === undefined) return show(noticePage({ language: context.language, notice: 'odd' }));
    const { action } = submitted;
    // The first card is in the chat behind.
    if (action.verb === 'show' && action.card === 'welcome') return emptyResponse;
    if (action.verb === 'acknowledge') return show(noticePage({ language: context.language, notice: 'odd' }));
    if (isSummaryAction(action) && !isPersonalChat(activity)) {
      return show(noticePage({ language: context.language, notice: 'summaryElsewhere' }));
    }
    const result = await perform(context, submitted, activity);
    return result.kind === 'page' ? show(result.page) : emptyResponse;
  }

  return async (activity, rateLimit) => {
    const person = getPerson(activity, deps.tenantId);
    const use = (action: SubmittedAction | undefined): InvokeContext => ({
      person,
      language: actionLanguage(activity, action),
      rateLimit,
    });
    const { submitted, isAutomatic } = parseCardAction(activity);
    if (activity.name === 'adaptiveCard/action') {
      // Only a tap moves anything.
      if (isAutomatic) return messageResponse('');
      return onChatCard(use(submitted?.action), submitted, activity);
    }
    if (activity.name === 'task/fetch' || activity.name === 'task/submit') {
      return onDialog(use(submitted?.action), submitted, activity);
    }
    return emptyResponse;
  };
}

const actionSchema = z.looseObject({
  value: z.looseObject({
    action: z.looseObject({ data: z.unknown().optional() }).optional(),
    trigger: z.string().optional(),
  }),
});
const taskSchema = z.looseObject({ value: z.looseObject({ data: z.unknown() }) });

export interface CardAction {
  /** `undefined` if no card of ours sent it. */
  readonly submitted: ReturnType<typeof parseSubmittedAction>;
  /** The client sent it without a press. */
  readonly isAutomatic: boolean;
}

export function parseCardAction(activity: IncomingActivity): CardAction {
  if (activity.name === 'adaptiveCard/action') {
    const value = actionSchema.safeParse(activity).data?.value;
    return { submitted: parseSubmittedAction(value?.action?.data), isAutomatic: value?.trigger === 'automatic' };
  }
  return { submitted: parseSubmittedAction(taskSchema.safeParse(activity).data?.value.data), isAutomatic: false };
}

const isSummaryAction = (action: SubmittedAction): boolean =>
  action.verb === 'sendWeek' ||
  action.verb === 'week' ||
  action.verb === 'summary' ||
  (action.verb === 'open' && action.flow === 'week');

const isGuidanceAction = (
  action: SubmittedAction,
): action is Extract<SubmittedAction, { verb: 'show' }> & { readonly topic: string } =>
  action.verb === 'show' && action.card === 'guidance' && action.topic !== undefined;

/** For a personal button on a card that others read, which stays; `undefined` for alerts and guidance. */
function sharedChatRefusal(action: SubmittedAction): WordKey | undefined {
  if (isSummaryAction(action)) return 'notice.summaryElsewhere';
  if (action.verb === 'messages') return 'notice.messagesElsewhere';
  const isForAll = action.verb === 'acknowledge' || isGuidanceAction(action);
  return isForAll ? undefined : 'notice.ownChat';
}

/** In a shared chat nothing personal begins, and the page links to `pageUrl`. */
function chatGuidancePage(page: Page, activity: IncomingActivity, pageUrl: string | undefined): Page {
  // No one else sees a dialog.
  if (isPersonalChat(activity) || activity.name !== 'adaptiveCard/action')
    return withMessageSubscriptionButton(page, activity);
  const { language, sections = [], actions } = page;
  const links = pageUrl === undefined ? [] : [link(translate(language, 'welcome.page'), pageUrl)];
  return {
    ...page,
    sections: [...sections, { text: [translate(language, 'notice.ownChat')], links }],
    actions: actions.filter((action) => 'url' in action || sharedChatRefusal(action.sends) === undefined),
  };
}
