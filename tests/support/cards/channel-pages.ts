import { alertPage } from '../../../cards/alert-page.ts';
import { campaignItemPage, withdrawnCampaignItemPage } from '../../../cards/campaign-item-page.ts';
import type { Page } from '../../../cards/page.ts';
import { link } from '../../../cards/page.ts';
import { dailyCountPage } from '../../../cards/alert-page.ts';
import {
  forgeryPage,
  unreadableAlertsPage,
  alertHealthPage,
  healthRefusedPage,
  targetFailedPage,
  targetFoundPage,
  targetLostPage,
  targetMovedAwayPage,
  targetMovedPage,
  targetConflictPage,
  targetRefusedPage,
  alertChannelTestPage,
  unacknowledgedAlertPage,
} from '../../../cards/alert-channel-pages.ts';
import {
  summaryWrongChannelPage,
  summarySubscriptionPage,
  summarySubscriptionStoppedPage,
  summarySubscriptionTestPage,
  summaryReadyPage,
} from '../../../cards/summary-subscription-pages.ts';
import type { Language } from '../../../core/model/language.ts';
import { translate } from '../../../words/cards/translate.ts';
import { pendingWorkPage } from '../../../cards/pending-work-page.ts';
import { exampleItem } from '../guidance/built-in-plan.ts';
import { topics } from '../guidance/built-in-topics.ts';
import { exampleCaseId, exampleDay, fullContacts } from './example-views.ts';

const tab = 'https://teams.microsoft.com/l/entity/00000000-0000-4000-8000-000000000000/cases';

/** Every page that the bot posts by itself, by its name: into a channel, or into the chat of one person. */
export function channelPages(language: Language): readonly (readonly [name: string, page: Page])[] {
  const message = {
    caseId: exampleCaseId,
    urgency: 'standard',
    receivedOn: exampleDay,
    reason: 'new',
    repeated: false,
  } as const;
  return [
    ['alert', alertPage({ message, language, tab })],
    [
      'alert-urgent-repeated',
      alertPage({
        message: { ...message, urgency: 'urgent', kind: 'boundaries' as const, repeated: true },
        language,
        tab,
      }),
    ],
    ['alert-addition', alertPage({ message: { ...message, reason: 'addition' as const }, language })],
    ['alert-acknowledged', alertPage({ message: { ...message, acknowledgedOn: exampleDay }, language })],
    ['alert-neutral', alertPage({ message: { urgency: 'standard' }, language, tab })],
    ['alert-neutral-urgent', alertPage({ message: { urgency: 'urgent' }, language })],
    ['alert-together', alertPage({ message: { together: { fresh: 12, again: 3, urgent: 9 } }, language, tab })],
    ['alert-oversight', alertPage({ message: { urgency: 'standard', oversight: true }, language })],
    ['waiting-line', pendingWorkPage({ language, tab })],
    ['campaign-item', campaignItemPage({ item: exampleItem, language, contacts: fullContacts, topics })],
    ['campaign-withdrawn', withdrawnCampaignItemPage(language)],
    ['daily-count', dailyCountPage({ language, overdue: 2, dueSoon: 5 })],
    [
      'week-ready',
      summaryReadyPage({
        language,
        audience: 'acu',
        week: '2026-W47',
        isInChannel: true,
        open: link(translate(language, 'sending.show'), tab),
      }),
    ],
    ['sending-test', summarySubscriptionTestPage({ language, target: 'summaryWider' })],
    ['sending-not-here', summaryWrongChannelPage({ language })],
    ['sending-stopped', summarySubscriptionStoppedPage({ language, target: 'summaryWider' })],
    [
      'sending-health',
      summarySubscriptionPage({
        language,
        day: 'monday',
        hour: 9,
        timeZone: 'Europe/London',
        rows: [
          {
            audience: 'acu',
            channel: {
              isSet: true,
              deliveryStatus: {
                last: { period: '2026-W45', at: '2026-11-09T09:00:05Z' },
                waiting: [
                  { period: '2026-W46', reason: 'damaged' },
                  { period: '2026-W47', reason: 'noAnswer' },
                ],
                unsure: 1,
              },
            },
            people: { all: 2, waiting: 1 },
            own: {
              isWanted: true,
              deliveryStatus: { last: { period: '2026-W47', at: '2026-11-23T09:00:05Z' }, waiting: [], unsure: 0 },
            },
          },
          { audience: 'wider', channel: { isSet: false }, people: { all: 0, waiting: 0 }, own: { isWanted: false } },
        ],
        counts: [
          {
            of: 'acu',
            standing: { last: { period: '2026-11-25', at: '2026-11-25T09:00:05Z' }, waiting: [], unsure: 0 },
          },
        ],
      }),
    ],
    ['target-test', alertChannelTestPage({ language, target: 'acu' })],
    ['target-test-admins', alertChannelTestPage({ language, target: 'admins' })],
    ['target-refused', targetRefusedPage({ language })],
    ['target-mixed', targetConflictPage({ language })],
    ['target-failed', targetFailedPage({ language })],
    ['target-health-refused', healthRefusedPage({ language })],
    ['target-doubt', forgeryPage({ language })],
    ['target-set-aside', unreadableAlertsPage({ language, alerts: 2 })],
    ['target-unheard', unacknowledgedAlertPage({ language })],
    ['target-lost', targetLostPage({ language, target: 'acuSecond', why: 'teamRemoved' })],
    ['target-found', targetFoundPage({ language, target: 'acuSecond' })],
    ['target-moved', targetMovedPage({ language, target: 'acu', role: 'handler' })],
    ['target-moved-away', targetMovedAwayPage({ language, target: 'acuSecond', role: 'admin' })],
    [
      'target-health',
      alertHealthPage({
        language,
        timeZone: 'Europe/London',
        rows: [
          { handledBy: 'acu', waiting: 2, failing: 1, lastPostedAt: '2026-11-25T09:00:00Z' },
          { handledBy: 'reserve', waiting: 0, failing: 0 },
        ],
        targets: [
          { name: 'acu', lost: false },
          { name: 'acuSecond', lost: true },
        ],
      }),
    ],
  ];
}
