import { type Activity, CardFactory, MessageFactory } from 'botbuilder';
import { alertPage, alertSummary } from '../../cards/alert-page.ts';
import type { Card } from '../../cards/card.ts';
import { drawPage } from '../../cards/render-page.ts';
import type { Page } from '../../cards/page.ts';
import { waitingPage, waitingSummary } from '../../cards/pending-work-page.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { say } from '../../words/cards/translate.ts';
import type { CaseId } from '../../core/model/codes.ts';
import type { AlertMessage, AlertSender, PostOutcome } from '../../core/ports/alerts.ts';
import { type ChannelConnection, ChannelError } from './channel-connection.ts';

/** The toast does not say what it is about. */
export const channelPost = (page: Page): Partial<Activity> => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(drawPage(page))),
  summary: alertSummary(page.language),
});

export const waitingMessage = (shown: Parameters<typeof waitingPage>[0]): Partial<Activity> => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(drawPage(waitingPage(shown)))),
  summary: waitingSummary(shown.language),
});

/** The toast says only that a summary is ready. */
export const summaryPost = (page: Page, card: (page: Page) => Card): Partial<Activity> => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(card(page))),
  summary: say(page.language, 'sending.ready'),
});

export const triedPost = (): Partial<Activity> => ({
  ...MessageFactory.text(languages.map((language) => say(language, 'target.tried')).join('\n\n')),
  textFormat: 'plain',
});

const worthRepeating = [408, 412, 429, 500, 502, 503, 504];

/** Whether the same post can arrive later. */
export const isWorthRepeating = ({ status }: Pick<ChannelError, 'status'>): boolean =>
  status === undefined || worthRepeating.includes(status);

function outcomeOf(error: unknown): PostOutcome {
  const { code, status, afterMs } = error instanceof ChannelError ? error : new ChannelError('unexpected');
  return isWorthRepeating({ status })
    ? { kind: 'retry', code, ...(afterMs !== undefined && { afterMs }) }
    : { kind: 'refused', code };
}

export function createChannelSender(
  connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'post' | 'update'>,
  /** Links to a case, or to the list; `undefined` if the tab has no address. */
  tabFor: (caseId: CaseId | undefined) => string | undefined = () => undefined,
): AlertSender {
  const activityOf = (message: AlertMessage, language: Language) =>
    channelPost(alertPage({ message, language, tab: tabFor(message.caseId) }));
  return {
    async post(target, message) {
      try {
        const made = await connectionTo(target.serviceUrl).post(
          target.conversationId,
          target.tenantId,
          activityOf(message, target.language),
        );
        return { kind: 'posted', post: { ...made, serviceUrl: target.serviceUrl } };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    async update(post, language, message) {
      try {
        await connectionTo(post.serviceUrl).update(post.conversationId, post.activityId, activityOf(message, language));
        const { postedAt: _at, ...rest } = post;
        return { kind: 'posted', post: rest };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}
