import { type Activity, CardFactory, MessageFactory } from 'botbuilder';
import { alertPage, alertSummary } from '../../cards/alert-page.ts';
import type { Card } from '../../cards/card-renderer.ts';
import { renderPage } from '../../cards/render-page.ts';
import type { Page } from '../../cards/page.ts';
import { pendingWorkPage, pendingWorkSummary } from '../../cards/pending-work-page.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { translate } from '../../words/cards/translate.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import type { AlertMessage, AlertSender, AlertPostOutcome } from '../../core/ports/alerts.ts';
import { type ChannelConnection, ChannelError } from './channel-connection.ts';

/** The toast does not name the subject. */
export const alertCardActivity = (page: Page): Partial<Activity> => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(renderPage(page))),
  summary: alertSummary(page.language),
});

export const pendingWorkMessage = (shown: Parameters<typeof pendingWorkPage>[0]): Partial<Activity> => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(renderPage(pendingWorkPage(shown)))),
  summary: pendingWorkSummary(shown.language),
});

/** The toast says only that a summary is ready. */
export const summaryPost = (page: Page, card: (page: Page) => Card): Partial<Activity> => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(card(page))),
  summary: translate(page.language, 'sending.ready'),
});

export const testPost = (): Partial<Activity> => ({
  ...MessageFactory.text(languages.map((language) => translate(language, 'target.tried')).join('\n\n')),
  textFormat: 'plain',
});

const retryableStatuses = [408, 412, 429, 500, 502, 503, 504];

export const isRetryableChannelError = ({ status }: Pick<ChannelError, 'status'>): boolean =>
  status === undefined || retryableStatuses.includes(status);

function postOutcome(error: unknown): AlertPostOutcome {
  const { code, status, retryAfterMs } = error instanceof ChannelError ? error : new ChannelError('unexpected');
  return isRetryableChannelError({ status })
    ? { kind: 'retry', code, ...(retryAfterMs !== undefined && { afterMs: retryAfterMs }) }
    : { kind: 'refused', code };
}

export function createAlertSender(
  getConnection: (serviceUrl: string) => Pick<ChannelConnection, 'post' | 'update'>,
  /** Links to a case, or to the list; `undefined` if the tab has no address. */
  getTabLink: (caseId: CaseId | undefined) => string | undefined = () => undefined,
): AlertSender {
  const alertActivity = (message: AlertMessage, language: Language) =>
    alertCardActivity(alertPage({ message, language, tab: getTabLink(message.caseId) }));
  return {
    async post(target, message) {
      try {
        const created = await getConnection(target.serviceUrl).post(
          target.conversationId,
          target.tenantId,
          alertActivity(message, target.language),
        );
        return { kind: 'posted', post: { ...created, serviceUrl: target.serviceUrl } };
      } catch (error) {
        return postOutcome(error);
      }
    },
    async update(post, language, message) {
      try {
        await getConnection(post.serviceUrl).update(
          post.conversationId,
          post.activityId,
          alertActivity(message, language),
        );
        const { postedAt: _at, ...rest } = post;
        return { kind: 'posted', post: rest };
      } catch (error) {
        return postOutcome(error);
      }
    },
  };
}
