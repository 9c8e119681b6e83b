import type { Task, TaskName } from './runtime/scheduler.ts';
import type { Services } from './services.ts';
import type { ServerSettings } from './config/server-settings.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** The recurring work. Jobs that remove something wait until the clock can be trusted. */
export function createJobs(
  { alerts }: ServerSettings,
  services: Services,
): readonly (Task & { readonly name: TaskName })[] {
  const { store, clock, clockWatch, restorePause, doubts, fileKeeping, content } = services;
  const { campaignSender, owedWelcomes, pulseAnswering } = services;
  const whenTrusted = (work: () => Promise<unknown>) => async () => (clockWatch.isTrusted() ? work() : undefined);
  const { unlessPaused } = restorePause;
  return [
    { name: 'alerts', everyMs: alerts.pollSeconds * secondMs, run: services.dispatcher.dispatchDue },
    { name: 'onCall', everyMs: minuteMs, run: services.onCall.look },
    { name: 'regularPosts', everyMs: minuteMs, run: unlessPaused(() => services.regularPosts.postDue()) },
    { name: 'drafts', everyMs: hourMs, run: whenTrusted(() => store.drafts.removeExpired(clock())) },
    { name: 'doubts', everyMs: minuteMs, run: doubts.tellDue, atEnd: doubts.keep },
    { name: 'setAside', everyMs: 5 * minuteMs, run: services.setAside.tellDue },
    { name: 'waitingLines', everyMs: minuteMs, run: services.lines.tellDue },
    {
      name: 'unseenCases',
      everyMs: hourMs,
      run: async () => {
        await services.shortRoles.tellDue();
        await services.tellRestored.tellDue();
        await services.unseenCases.lookDue();
      },
    },
    { name: 'dayKeys', everyMs: hourMs, run: whenTrusted(services.dayKeys.destroyExpired) },
    { name: 'sweepReach', everyMs: hourMs, run: whenTrusted(services.reachSweep.sweepDue) },
    {
      name: 'owedWelcomes',
      everyMs: 5 * minuteMs,
      run: unlessPaused(() => owedWelcomes.sendDue()),
      atEnd: owedWelcomes.stop,
    },
    { name: 'erasedFiles', everyMs: minuteMs, run: fileKeeping.removeErased },
    { name: 'sweepFiles', everyMs: hourMs, run: whenTrusted(fileKeeping.sweepDue) },
    { name: 'guidance', everyMs: minuteMs, run: () => content.refresh(), atEnd: content.stop },
    { name: 'pulse', everyMs: minuteMs, run: () => pulseAnswering.addDue(), atEnd: () => pulseAnswering.addAll() },
    // Nothing takes back the weeks of a plan that a wrong clock would send at once.
    { name: 'campaigns', everyMs: minuteMs, run: whenTrusted(services.campaignRuns.tendDue) },
    {
      name: 'campaignSending',
      everyMs: secondMs,
      run: unlessPaused(() => campaignSender.tend()),
      atEnd: () => campaignSender.stop(),
    },
    { name: 'tidyRuns', everyMs: hourMs, run: whenTrusted(() => campaignSender.tidy(services.today())) },
    { name: 'paces', everyMs: hourMs, run: () => store.paces.removeBefore(clock().getTime() - hourMs) },
    { name: 'workCounts', everyMs: hourMs, run: whenTrusted(services.budgets.forgetOld) },
    { name: 'certificate', everyMs: hourMs, run: services.certificate.look },
    { name: 'clock', everyMs: minuteMs, run: clockWatch.look },
  ];
}
