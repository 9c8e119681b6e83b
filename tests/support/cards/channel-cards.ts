import { alertCard } from '../../../cards/alert-card.ts';
import type { Card } from '../../../cards/card.ts';
import { dailyCountCard } from '../../../cards/daily-count-card.ts';
import {
  doubtCard,
  setAsideCard,
  healthCard,
  healthRefusedCard,
  targetFailedCard,
  targetFoundCard,
  targetLostCard,
  targetMovedAwayCard,
  targetMovedCard,
  targetMixedCard,
  targetRefusedCard,
  testPostCard,
  unheardCard,
} from '../../../cards/target-card.ts';
import type { Language } from '../../../concerns/terms/language.ts';
import { exampleCaseId, exampleDay } from './example-views.ts';

/** Every card that stands in a channel, by its name. */
export function channelCards(language: Language): readonly (readonly [name: string, card: Card])[] {
  const message = {
    caseId: exampleCaseId,
    urgency: 'standard',
    receivedOn: exampleDay,
    reason: 'new',
    repeated: false,
  } as const;
  return [
    ['alert', alertCard({ message, language })],
    [
      'alert-urgent-repeated',
      alertCard({ message: { ...message, urgency: 'urgent', kind: 'boundaries' as const, repeated: true }, language }),
    ],
    ['alert-addition', alertCard({ message: { ...message, reason: 'addition' as const }, language })],
    ['alert-acknowledged', alertCard({ message: { ...message, acknowledgedOn: exampleDay }, language })],
    ['alert-neutral', alertCard({ message: { urgency: 'standard' }, language })],
    ['alert-neutral-urgent', alertCard({ message: { urgency: 'urgent' }, language })],
    ['alert-oversight', alertCard({ message: { urgency: 'standard', oversight: true }, language })],
    ['daily-count', dailyCountCard({ language, overdue: 2, dueSoon: 5 })],
    ['target-test', testPostCard({ language, target: 'acu' })],
    ['target-test-admins', testPostCard({ language, target: 'admins' })],
    ['target-refused', targetRefusedCard({ language })],
    ['target-mixed', targetMixedCard({ language })],
    ['target-failed', targetFailedCard({ language })],
    ['target-health-refused', healthRefusedCard({ language })],
    ['target-doubt', doubtCard({ language })],
    ['target-set-aside', setAsideCard({ language, alerts: 2 })],
    ['target-unheard', unheardCard({ language })],
    ['target-lost', targetLostCard({ language, target: 'acuSecond', why: 'teamRemoved' })],
    ['target-found', targetFoundCard({ language, target: 'acuSecond' })],
    ['target-moved', targetMovedCard({ language, target: 'acu', role: 'handler' })],
    ['target-moved-away', targetMovedAwayCard({ language, target: 'acuSecond', role: 'admin' })],
    [
      'target-health',
      healthCard({
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
