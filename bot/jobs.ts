import type { Job, JobName } from './runtime/scheduler.ts';
import type { Services } from './services.ts';
import type { ServerSettings } from './config/server-settings.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** Jobs that remove something wait until the clock can be trusted. */
export function createJobs(
  { alerts }: ServerSettings,
  services: Services,
): readonly (Job & { readonly name: JobName })[] {
  const { store, clock, clockWatch, restorePause, doubts, fileKeeping, content } = services;
  const { campaignSender, owedWelcomes, pulseAnswering } = services;
  const whenTrusted = (work: () => Promise<unknown>) => async () => (clockWatch.isTrusted() ? work() : undefined);
  const { unlessPaused } = restorePause;
  return [
    { name: 'alerts', intervalMs: alerts.pollSeconds * secondMs, run: services.dispatcher.dispatchDue },
    { name: 'onCall', intervalMs: minuteMs, run: services.onCall.look },
    { name: 'regularPosts', intervalMs: minuteMs, run: unlessPaused(() => services.regularPosts.postDue()) },
    { name: 'drafts', intervalMs: hourMs, run: whenTrusted(() => store.drafts.removeExpired(clock())) },
    { name: 'doubts', intervalMs: minuteMs, run: doubts.notifyDue, onStop: doubts.keep },
    { name: 'setAside', intervalMs: 5 * minuteMs, run: services.setAside.notifyDue },
    { name: 'waitingLines', intervalMs: minuteMs, run: services.lines.notifyDue },
    {
      name: 'unseenCases',
      intervalMs: hourMs,
      run: async () => {
        await services.shortRoles.notifyDue();
        await services.tellRestored.notifyDue();
        await services.unseenCases.checkDue();
      },
    },
    { name: 'dayKeys', intervalMs: hourMs, run: whenTrusted(services.dayKeys.destroyExpired) },
    { name: 'sweepReach', intervalMs: hourMs, run: whenTrusted(services.reachSweep.sweepDue) },
    {
      name: 'owedWelcomes',
      intervalMs: 5 * minuteMs,
      run: unlessPaused(() => owedWelcomes.sendDue()),
      onStop: owedWelcomes.stop,
    },
    { name: 'erasedFiles', intervalMs: minuteMs, run: fileKeeping.removeErased },
    { name: 'sweepFiles', intervalMs: hourMs, run: whenTrusted(fileKeeping.sweepDue) },
    { name: 'guidance', intervalMs: minuteMs, run: () => content.refresh(), onStop: content.stop },
    { name: 'pulse', intervalMs: minuteMs, run: () => pulseAnswering.flushDue(), onStop: () => pulseAnswering.flush() },
    // Nothing takes back the weeks of a plan that a wrong clock would send at once.
    { name: 'campaigns', intervalMs: minuteMs, run: whenTrusted(services.campaignRuns.processDue) },
    {
      name: 'campaignSending',
      intervalMs: secondMs,
      run: unlessPaused(() => campaignSender.tick()),
      onStop: () => campaignSender.stop(),
    },
    { name: 'tidyRuns', intervalMs: hourMs, run: whenTrusted(() => campaignSender.removeExpired(services.today())) },
    { name: 'paces', intervalMs: hourMs, run: () => store.rateLimits.removeBefore(clock().getTime() - hourMs) },
    { name: 'workCounts', intervalMs: hourMs, run: whenTrusted(services.budgets.removeExpired) },
    { name: 'certificate', intervalMs: hourMs, run: services.certificate.look },
    { name: 'clock', intervalMs: minuteMs, run: clockWatch.check },
  ];
}
