import type { Page } from '../../cards/page.ts';
import { storeRestoredPage, understaffedRolesPage, inaccessibleCasePage } from '../../cards/alert-channel-pages.ts';
import type { CaseList } from '../../core/ports/case-store.ts';
import { isPausedByRestore } from '../../core/ports/store.ts';
import type { AlertTarget, AlertTargets } from '../../core/model/alert-targets.ts';
import { type CaseListCursor, toCaseListCursor } from '../../core/model/case-list-order.ts';
import type { RequiredRole, PersonId } from '../../core/model/roles.ts';
import type { Language } from '../../core/model/language.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import type { EventLog } from '../runtime/event-log.ts';
import { createDailyTaskRunner, type DailyTaskDependencies } from '../runtime/daily-task-runner.ts';
import type { ChannelConnection } from '../teams/channel-connection.ts';
import { alertCardActivity } from '../teams/outgoing-activities.ts';
import { postToChannel } from './post-to-teams.ts';

/** Notifies the admins that alerts cannot be read: no one would miss a post that is never made. */
export function createUnreadableAlertNotice(
  deps: DailyTaskDependencies & {
    readonly sendNotice: (alerts: number) => Promise<boolean>;
    readonly log: EventLog;
    readonly onNew: () => void;
  },
) {
  const runDaily = createDailyTaskRunner(deps);
  let unreadable = 0;
  return {
    noticed: (alerts: number): void => {
      if (alerts === unreadable) return;
      const isMore = alerts > unreadable;
      unreadable = alerts;
      deps.log({ event: 'alertsSetAside', alerts });
      if (isMore) deps.onNew();
    },
    alerts: () => unreadable,
    /** Once a day on one server. Throws StoreError; then the next call tries again. */
    notifyDue: async (): Promise<void> => {
      if (unreadable > 0) await runDaily('tellSetAside', () => deps.sendNotice(unreadable));
    },
  };
}

interface NoticeDependencies extends DailyTaskDependencies {
  readonly targets: Pick<AlertTargets, 'read'>;
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'post'>;
  readonly onArrived: (target: AlertTarget) => Promise<void>;
  readonly log: EventLog;
}

async function notifyAdmins(deps: NoticeDependencies, page: (language: Language) => Page): Promise<boolean> {
  const admins = await deps.targets.read('admins');
  if (admins === undefined) return true;
  const post = alertCardActivity(page(admins.language));
  return (await postToChannel(deps.connectionTo(admins.serviceUrl), admins, post, deps.onArrived)).kind === 'arrived';
}

/**
 * Notifies the admins' channel once a day, from one server, that too few people hold a role. Throws StoreError; then
 * the next call tries again.
 */
export function createRoleShortageNotice(deps: NoticeDependencies & { readonly shortRoles: readonly RequiredRole[] }): {
  readonly notifyDue: () => Promise<void>;
} {
  const { shortRoles, log } = deps;
  const runDaily = createDailyTaskRunner(deps);
  return {
    async notifyDue() {
      if (shortRoles.length === 0) return;
      await runDaily('tellShortRoles', () => {
        for (const role of shortRoles) log({ event: 'rolesShort', role });
        return notifyAdmins(deps, (language) => understaffedRolesPage({ language, short: shortRoles }));
      });
    },
  };
}

/** The same for messages and regular posts that are paused since a restore. */
export function createRestoreNotice(deps: NoticeDependencies): { readonly notifyDue: () => Promise<void> } {
  const runDaily = createDailyTaskRunner(deps);
  return {
    async notifyDue() {
      if (!isPausedByRestore((await deps.dailyTaskStates.read('restored'))?.value)) return;
      await runDaily('tellRestored', () => {
        deps.log({ event: 'restorePaused' });
        return notifyAdmins(deps, (language) => storeRestoredPage({ language }));
      });
    },
  };
}

const pageSize = 100;
const inaccessibleCaseTasks = { acu: 'tellUnseen', reserve: 'tellUnseenOfReserve' } as const;

/**
 * The same for cases that none of their handlers may see, without naming one: for the reserve and the admins, or the
 * office if they are the reserve's.
 */
export function createInaccessibleCaseNotice(
  deps: NoticeDependencies & {
    readonly list: Pick<CaseList, 'page'>;
    readonly handlers: (handledBy: HandledBy) => Promise<readonly PersonId[]>;
    /** `undefined` if the force has named none. */
    readonly office: Omit<AlertTarget, 'name'> | undefined;
  },
): { readonly checkDue: () => Promise<void> } {
  const runDaily = createDailyTaskRunner(deps);

  async function hasInaccessibleCase(handledBy: HandledBy): Promise<boolean> {
    const filter = { handledBy, viewer: { noneOf: await deps.handlers(handledBy) } } as const;
    const order = { by: 'newest' } as const;
    let after: CaseListCursor | undefined;
    for (;;) {
      const page = await deps.list.page({ ...filter, order }, after, pageSize);
      if (page.some(({ erasedOn }) => erasedOn === undefined)) return true;
      const last = page.length === pageSize ? page.at(-1) : undefined;
      if (last === undefined) return false;
      after = toCaseListCursor(order, last);
    }
  }

  async function noticeTargets(handledBy: HandledBy): Promise<readonly Omit<AlertTarget, 'name'>[]> {
    if (handledBy === 'reserve') return deps.office ? [deps.office] : [];
    const targets = await Promise.all([deps.targets.read('reserve'), deps.targets.read('admins')]);
    return targets.filter((target) => target !== undefined);
  }

  async function notify(handledBy: HandledBy): Promise<boolean> {
    const sent = await Promise.all(
      (await noticeTargets(handledBy)).map((target) => {
        const post = alertCardActivity(inaccessibleCasePage({ language: target.language, of: handledBy }));
        return postToChannel(deps.connectionTo(target.serviceUrl), { name: 'admins', ...target }, post, deps.onArrived);
      }),
    );
    return sent.length === 0 || sent.some(({ kind }) => kind === 'arrived');
  }

  async function checkCases(handledBy: HandledBy): Promise<boolean> {
    if (!(await hasInaccessibleCase(handledBy))) return true;
    deps.log({ event: 'casesUnseen' });
    return notify(handledBy);
  }

  return {
    async checkDue() {
      for (const handledBy of ['acu', 'reserve'] as const)
        await runDaily(inaccessibleCaseTasks[handledBy], () => checkCases(handledBy));
    },
  };
}
