import type { SharedPaces } from '../../concerns/ports/shared-paces.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import type { DraftStore } from '../../concerns/ports/draft-store.ts';
import type { DayKeyRing } from '../../dialogs/day-key-ring.ts';
import type { AlertDispatcher } from './dispatcher.ts';
import type { OnCallWatch } from './on-call-watch.ts';
import type { SetAsideNotice } from './set-aside-notice.ts';
import type { CertificateWatch } from '../running/certificate-watch.ts';
import type { ClockWatch } from '../running/clock-watch.ts';
import type { FileKeeping } from '../running/file-keeping.ts';
import type { RegularWork } from './regular-posts.ts';
import type { WaitingLines } from './waiting-lines.ts';
import type { TamperNotice } from './tamper-notice.ts';
import type { RestorePause } from '../running/restore-pause.ts';
import type { Task } from '../running/schedule.ts';
import type { TaskName } from '../running/task-names.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** The work that comes back by itself. What removes something waits until the clock may be believed. */
export function tasksOf(parts: {
  readonly dispatcher: AlertDispatcher;
  readonly onCall: Pick<OnCallWatch, 'look'>;
  readonly regular: RegularWork;
  readonly doubts: TamperNotice;
  readonly setAside: SetAsideNotice;
  readonly lines: WaitingLines;
  readonly unseen: { readonly lookDue: () => Promise<void> };
  readonly short: { readonly tellDue: () => Promise<void> };
  readonly restored: { readonly tellDue: () => Promise<void> };
  readonly keys: DayKeyRing;
  readonly drafts: DraftStore;
  readonly watch: ClockWatch;
  readonly paces: Pick<SharedPaces, 'removeBefore'>;
  readonly desks: { readonly forgetOld: () => Promise<void> };
  readonly certificate: Pick<CertificateWatch, 'look'>;
  /** All that is kept of everybody. */
  readonly everybody: {
    readonly sweepDue: () => Promise<void>;
    readonly answering: { readonly addDue: () => Promise<void>; readonly addAll: () => Promise<void> };
  };
  readonly keeping: Pick<FileKeeping, 'removeErased' | 'sweepDue'>;
  readonly force: { readonly refresh: () => Promise<void>; readonly stop: () => Promise<void> };
  readonly campaigns: Readonly<Record<'tendDue' | 'send' | 'tidy' | 'stop', () => Promise<void>>> & {
    readonly welcomes: Readonly<Record<'sendDue' | 'stop', () => Promise<void>>>;
  };
  /** Leaves out what sends while a restored store waits for somebody's word. */
  readonly unlessPaused: RestorePause['unlessPaused'];
  readonly clock: Clock;
  readonly pollSeconds: number;
}): readonly (Task & { readonly name: TaskName })[] {
  const { dispatcher, regular, doubts, setAside, lines, keys, drafts, watch, clock, everybody, force, pollSeconds } =
    parts;
  const { sweepDue, answering } = everybody;
  const { tendDue, send, tidy, stop } = parts.campaigns;
  const whenTrusted = (work: () => Promise<unknown>) => async () => (watch.isTrusted() ? work() : undefined);
  return [
    { name: 'alerts', everyMs: pollSeconds * 1_000, run: dispatcher.dispatchDue },
    { name: 'onCall', everyMs: minuteMs, run: parts.onCall.look },
    { name: 'regularPosts', everyMs: minuteMs, run: parts.unlessPaused(() => regular.postDue()) },
    { name: 'drafts', everyMs: hourMs, run: whenTrusted(() => drafts.removeExpired(clock())) },
    { name: 'doubts', everyMs: minuteMs, run: doubts.tellDue, atEnd: doubts.keep },
    { name: 'setAside', everyMs: 5 * minuteMs, run: setAside.tellDue },
    { name: 'waitingLines', everyMs: minuteMs, run: lines.tellDue },
    {
      name: 'unseenCases',
      everyMs: hourMs,
      run: async () => {
        await parts.short.tellDue();
        await parts.restored.tellDue();
        await parts.unseen.lookDue();
      },
    },
    { name: 'dayKeys', everyMs: hourMs, run: whenTrusted(keys.destroyExpired) },
    { name: 'sweepReach', everyMs: hourMs, run: whenTrusted(sweepDue) },
    {
      name: 'owedWelcomes',
      everyMs: 5 * minuteMs,
      run: parts.campaigns.welcomes.sendDue,
      atEnd: parts.campaigns.welcomes.stop,
    },
    { name: 'erasedFiles', everyMs: minuteMs, run: parts.keeping.removeErased },
    { name: 'sweepFiles', everyMs: hourMs, run: whenTrusted(parts.keeping.sweepDue) },
    { name: 'guidance', everyMs: minuteMs, run: force.refresh, atEnd: force.stop },
    { name: 'pulse', everyMs: minuteMs, run: answering.addDue, atEnd: answering.addAll },
    // A clock that is wrong would send weeks of a plan at once, and nothing takes that back.
    { name: 'campaigns', everyMs: minuteMs, run: whenTrusted(tendDue) },
    { name: 'campaignSending', everyMs: 1_000, run: send, atEnd: stop },
    { name: 'tidyRuns', everyMs: hourMs, run: whenTrusted(tidy) },
    // What was given out until an hour ago holds nobody back.
    { name: 'paces', everyMs: hourMs, run: () => parts.paces.removeBefore(clock().getTime() - hourMs) },
    { name: 'workCounts', everyMs: hourMs, run: whenTrusted(parts.desks.forgetOld) },
    { name: 'certificate', everyMs: hourMs, run: parts.certificate.look },
    { name: 'clock', everyMs: minuteMs, run: watch.look },
  ];
}
