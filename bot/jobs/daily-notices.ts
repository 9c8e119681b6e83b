import type { Page } from '../../cards/page.ts';
import { restoredPage, shortRolesPage, unseenPage } from '../../cards/alert-channel-pages.ts';
import type { CaseList } from '../../core/ports/case-store.ts';
import { isPausedBy } from '../../core/ports/store.ts';
import type { AlertTarget, AlertTargets } from '../../core/model/alert-targets.ts';
import { type ListPlace, placeIn } from '../../core/model/list-order.ts';
import type { NeededRole, PersonId } from '../../core/model/directory.ts';
import type { Language } from '../../core/model/language.ts';
import type { HandledBy } from '../../core/model/urgency.ts';
import type { EventLog } from '../runtime/event-log.ts';
import { createOnceADay, type DayDependencies } from '../runtime/daily-job.ts';
import type { ChannelConnection } from '../teams/channel-connection.ts';
import { channelPost } from '../teams/channel-post.ts';
import { sentToChannel } from './delivery-result.ts';

/** Tells the admins that alerts cannot be read: no one would miss a post that is never made. */
export function createSetAsideNotice(
  deps: DayDependencies & {
    readonly tellAdmins: (alerts: number) => Promise<boolean>;
    readonly log: EventLog;
    readonly onNew: () => void;
  },
) {
  const onceADay = createOnceADay(deps);
  let standing = 0;
  return {
    noticed: (alerts: number): void => {
      if (alerts === standing) return;
      const isMore = alerts > standing;
      standing = alerts;
      deps.log({ event: 'alertsSetAside', alerts });
      if (isMore) deps.onNew();
    },
    alerts: () => standing,
    /** Once a day, by however many servers. Throws StoreError; then it is told the next time. */
    tellDue: async (): Promise<void> => {
      if (standing > 0) await onceADay('tellSetAside', () => deps.tellAdmins(standing));
    },
  };
}

interface NoticeDependencies extends DayDependencies {
  readonly targets: Pick<AlertTargets, 'read'>;
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'post'>;
  readonly onArrived: (target: AlertTarget) => Promise<void>;
  readonly log: EventLog;
}

async function toldAdmins(deps: NoticeDependencies, page: (language: Language) => Page): Promise<boolean> {
  const admins = await deps.targets.read('admins');
  if (admins === undefined) return true;
  const post = channelPost(page(admins.language));
  return (await sentToChannel(deps.connectionTo(admins.serviceUrl), admins, post, deps.onArrived)).kind === 'arrived';
}

/**
 * Tells the admins' channel once a day, by however many servers, that too few people hold a role. Throws StoreError;
 * then it is tried again.
 */
export function createShortRoles(deps: NoticeDependencies & { readonly shortRoles: readonly NeededRole[] }): {
  readonly tellDue: () => Promise<void>;
} {
  const { shortRoles, log } = deps;
  const onceADay = createOnceADay(deps);
  return {
    async tellDue() {
      if (shortRoles.length === 0) return;
      await onceADay('tellShortRoles', () => {
        for (const role of shortRoles) log({ event: 'rolesShort', role });
        return toldAdmins(deps, (language) => shortRolesPage({ language, short: shortRoles }));
      });
    },
  };
}

/**
 * Tells the admins' channel once a day, by however many servers, that messages and regular posts are paused since a
 * restore. Throws StoreError; then it is tried again.
 */
export function createTellRestored(deps: NoticeDependencies): { readonly tellDue: () => Promise<void> } {
  const onceADay = createOnceADay(deps);
  return {
    async tellDue() {
      if (!isPausedBy((await deps.dailyMarks.read('restored'))?.value)) return;
      await onceADay('tellRestored', () => {
        deps.log({ event: 'restorePaused' });
        return toldAdmins(deps, (language) => restoredPage({ language }));
      });
    },
  };
}

const pageSize = 100;
const markOf = { acu: 'tellUnseen', reserve: 'tellUnseenOfReserve' } as const;

/**
 * Looks once a day, by however many servers, for cases that none of their handlers may see, and tells of them without
 * naming one: the reserve and the admins of the unit's, the office of the reserve's. Throws StoreError; then it is
 * tried again.
 */
export function createUnseenCases(
  deps: NoticeDependencies & {
    readonly list: Pick<CaseList, 'page'>;
    readonly handlers: (handledBy: HandledBy) => Promise<readonly PersonId[]>;
    /** The channel of the office for cases of the reserve; `undefined` if the force has named none. */
    readonly office: Omit<AlertTarget, 'name'> | undefined;
  },
): { readonly lookDue: () => Promise<void> } {
  const onceADay = createOnceADay(deps);

  async function isAnyUnseen(handledBy: HandledBy): Promise<boolean> {
    const filter = { handledBy, viewer: { noneOf: await deps.handlers(handledBy) } } as const;
    const order = { by: 'newest' } as const;
    let after: ListPlace | undefined;
    for (;;) {
      const page = await deps.list.page({ ...filter, order }, after, pageSize);
      if (page.some(({ erasedOn }) => erasedOn === undefined)) return true;
      const last = page.length === pageSize ? page.at(-1) : undefined;
      if (last === undefined) return false;
      after = placeIn(order, last);
    }
  }

  async function whoIsTold(handledBy: HandledBy): Promise<readonly Omit<AlertTarget, 'name'>[]> {
    if (handledBy === 'reserve') return deps.office ? [deps.office] : [];
    const told = await Promise.all([deps.targets.read('reserve'), deps.targets.read('admins')]);
    return told.filter((target) => target !== undefined);
  }

  /** True if anyone was told: the others are told the next day. */
  async function tell(handledBy: HandledBy): Promise<boolean> {
    const sent = await Promise.all(
      (await whoIsTold(handledBy)).map((target) => {
        const post = channelPost(unseenPage({ language: target.language, of: handledBy }));
        return sentToChannel(deps.connectionTo(target.serviceUrl), { name: 'admins', ...target }, post, deps.onArrived);
      }),
    );
    return sent.length === 0 || sent.some(({ kind }) => kind === 'arrived');
  }

  async function look(handledBy: HandledBy): Promise<boolean> {
    if (!(await isAnyUnseen(handledBy))) return true;
    deps.log({ event: 'casesUnseen' });
    return tell(handledBy);
  }

  return {
    async lookDue() {
      for (const handledBy of ['acu', 'reserve'] as const) await onceADay(markOf[handledBy], () => look(handledBy));
    },
  };
}
