import { shortRolesPage } from '../../cards/target-pages.ts';
import type { AlertTarget, TargetName } from '../../concerns/records/alert-targets.ts';
import type { NeededRole } from '../../concerns/terms/directory.ts';
import type { EventLog } from '../running/event-log.ts';
import { createOnceADay, type DayDependencies } from '../running/once-a-day.ts';
import type { ChannelConnection } from '../teams/channel-connection.ts';
import { channelPost } from '../teams/channel-post.ts';
import { sentToChannel } from './sent.ts';

export interface ShortRolesDependencies extends DayDependencies {
  readonly shortRoles: readonly NeededRole[];
  readonly targets: { readonly read: (name: TargetName) => Promise<AlertTarget | undefined> };
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'post'>;
  readonly onArrived: (target: AlertTarget) => Promise<void>;
  readonly log: EventLog;
}

/**
 * Tells the admins' channel once a day, by however many servers, that too few people hold a role. Throws StoreError;
 * then it is tried again.
 */
export function createShortRoles(deps: ShortRolesDependencies): { readonly tellDue: () => Promise<void> } {
  const { shortRoles, log } = deps;
  const onceADay = createOnceADay(deps);

  async function tell(): Promise<boolean> {
    for (const role of shortRoles) log({ event: 'rolesShort', role });
    const admins = await deps.targets.read('admins');
    if (admins === undefined) return true;
    const post = channelPost(shortRolesPage({ language: admins.language, short: shortRoles }));
    return (await sentToChannel(deps.connectionTo(admins.serviceUrl), admins, post, deps.onArrived)).kind === 'arrived';
  }

  return {
    async tellDue() {
      if (shortRoles.length > 0) await onceADay('tellShortRoles', tell);
    },
  };
}
