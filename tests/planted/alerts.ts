import { definePlantedBug } from './planted-bug.ts';

/** What is told of a case, to whom and when. */
export const alertBugs = [
  definePlantedBug({
    name: 'the reserve is not told what one person does alone',
    promise: 'nobody-buries-a-case-alone',
    module: () => import('../../core/model/alert-record.ts'),
    put: () => ({ withReserveNotice: (alert) => alert }),
    tests: [() => import('../access/one-handler-alone.test.ts')],
  }),
  definePlantedBug({
    name: 'the line that something waits leaves at the second of the act',
    promise: 'waiting-line-says-nothing-of-cases',
    module: () => import('../../core/model/notification-preference.ts'),
    put: ({ scheduleNotification }) => ({
      scheduleNotification: (line, clock) => scheduleNotification(line, clock, 'atOnce'),
    }),
    tests: [() => import('../bot/jobs/pending-work-notifier.test.ts')],
  }),
  definePlantedBug({
    name: 'an urgent alert that no one heeds is repeated without end',
    promise: 'urgent-alert-is-never-given-up',
    module: () => import('../../core/model/alert-record.ts'),
    put: () => ({ isAlertMuted: () => false }),
    tests: [() => import('../bot/jobs/unacknowledged-alerts.test.ts')],
  }),
  definePlantedBug({
    name: 'a case that was acknowledged and never opened is forgotten',
    promise: 'urgent-alert-is-never-given-up',
    module: () => import('../../core/model/alert-record.ts'),
    put: ({ acknowledgeAlert }) => ({
      acknowledgeAlert: (alert, now, on) => acknowledgeAlert(alert, now, on, true),
    }),
    tests: [() => import('../journeys/unread-reports.test.ts')],
  }),
  definePlantedBug({
    name: 'no one on call is told at night',
    promise: 'urgent-alert-is-never-given-up',
    module: () => import('../../core/model/alert-record.ts'),
    put: () => ({ isForOnCall: () => false }),
    tests: [() => import('../bot/jobs/on-call.test.ts')],
  }),
  definePlantedBug({
    name: 'a case that no one may see is not found',
    promise: 'roles-are-held-by-the-lists-alone',
    module: () => import('../../bot/jobs/daily-notices.ts'),
    put: () => ({ createInaccessibleCaseNotice: () => ({ checkDue: async () => {} }) }),
    tests: [() => import('../bot/jobs/unseen-cases.test.ts')],
  }),
  definePlantedBug({
    name: 'a channel that asks for a pause is posted to',
    promise: 'flood-keeps-no-urgent-alert-back',
    module: () => import('../../bot/jobs/channel-rate-limiter.ts'),
    put: () => ({ createRetryAfterSender: (sender) => sender }),
    tests: [() => import('../bot/jobs/combined-alerts.test.ts')],
  }),
  definePlantedBug({
    name: 'an addition while an alert is under way is told with it',
    promise: 'addition-is-told-at-its-own-time',
    module: () => import('../../core/model/alert-record.ts'),
    put: ({ requeueForAddition }) => ({
      requeueForAddition: (alert, dueAt) =>
        alert.leasedUntil === undefined ? requeueForAddition(alert, dueAt) : alert,
    }),
    tests: [() => import('../journeys/concurrent-addition.test.ts')],
  }),
  definePlantedBug({
    name: 'the alert of a report from a partner reads otherwise',
    promise: 'passed-on-words-are-in-the-seal',
    module: () => import('../../core/reporting/submit-report.ts'),
    put: ({ submitReport }) => ({
      submitReport: ({ intake, ...deps }, submission) =>
        submitReport(
          {
            ...deps,
            intake: {
              ...intake,
              submit: (report) => intake.submit(report.route === 'hub' ? { ...report, urgency: 'urgent' } : report),
            },
          },
          submission,
        ),
    }),
    tests: [() => import('../bot/jobs/partner-alert.test.ts')],
  }),
];
