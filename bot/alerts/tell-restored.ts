import { restoredPage } from '../../cards/target-pages.ts';
import { isPausedBy } from '../../concerns/ports/store.ts';
import type { AlertTarget, TargetName } from '../../concerns/records/alert-targets.ts';
import type { EventLog } from '../running/event-log.ts';
import { createOnceADay, type DayDependencies } from '../running/once-a-day.ts';
import type { ChannelConnection } from '../teams/channel-connection.ts';
import { channelPost } from '../teams/channel-post.ts';
import { sentToChannel } from './sent.ts';

export interface TellRestoredDependencies extends DayDependencies {
  readonly targets: { readonly read: (name: TargetName) => Promise<AlertTarget | undefined> };
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'post'>;
  readonly onArrived: (target: AlertTarget) => Promise<void>;
  readonly log: EventLog;
}

/**
 * Tells the admins' channel once a day, by however many servers, that messages and regular posts are paused since a
 * restore. Throws StoreError; then it is tried again.
 */
export function createTellRestored(deps: TellRestoredDependencies): { readonly tellDue: () => Promise<void> } {
  const onceADay = createOnceADay(deps);

  async function tell(): Promise<boolean> {
    deps.log({ event: 'restorePaused' });
    const admins = await deps.targets.read('admins');
    if (admins === undefined) return true;
    const post = channelPost(restoredPage({ language: admins.language }));
    return (await sentToChannel(deps.connectionTo(admins.serviceUrl), admins, post, deps.onArrived)).kind === 'arrived';
  }

  return {
    async tellDue() {
      if (isPausedBy((await deps.dailyMarks.read('restored'))?.value)) await onceADay('tellRestored', tell);
    },
  };
}
