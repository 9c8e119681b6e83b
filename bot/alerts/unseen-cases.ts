import { unseenPage } from '../../cards/target-pages.ts';
import type { CaseList } from '../../concerns/ports/case-store.ts';
import type { AlertTarget, TargetName } from '../../concerns/records/alert-targets.ts';
import { type ListPlace, placeIn } from '../../concerns/records/list-order.ts';
import type { PersonId } from '../../concerns/terms/directory.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import type { EventLog } from '../running/event-log.ts';
import { createOnceADay, type DayDependencies } from '../running/once-a-day.ts';
import type { ChannelConnection } from '../teams/channel-connection.ts';
import { channelPost } from '../teams/channel-post.ts';
import { sentToChannel } from './sent.ts';

export interface UnseenCasesDependencies extends DayDependencies {
  readonly list: Pick<CaseList, 'page'>;
  readonly handlers: (handledBy: HandledBy) => Promise<readonly PersonId[]>;
  readonly targets: { readonly read: (name: TargetName) => Promise<AlertTarget | undefined> };
  /** The channel of the office for cases of the reserve; `undefined` if the force has named none. */
  readonly office: Omit<AlertTarget, 'name'> | undefined;
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'post'>;
  readonly onArrived: (target: AlertTarget) => Promise<void>;
  readonly log: EventLog;
}

const pageSize = 100;
const markOf = { acu: 'tellUnseen', reserve: 'tellUnseenOfReserve' } as const;

/**
 * Looks once a day, by however many servers, for cases that none of their handlers may see, and tells of them without
 * naming one: the reserve and the admins of the unit's, the office of the reserve's. Throws StoreError; then it is
 * tried again.
 */
export function createUnseenCases(deps: UnseenCasesDependencies): { readonly lookDue: () => Promise<void> } {
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
