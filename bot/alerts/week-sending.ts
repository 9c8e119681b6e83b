import { button, link } from '../../cards/action.ts';
import type { Card } from '../../cards/card.ts';
import type { Page } from '../../cards/page.ts';
import { weekReadyPage } from '../../cards/sending-pages.ts';
import type { AlertTarget, AlertTargets } from '../../concerns/records/alert-targets.ts';
import { type Audience, maySummariseIn, summariesFor, summaryTargets } from '../../concerns/records/permissions.ts';
import type { RegularPosts } from '../../concerns/ports/store.ts';
import type { RegularPost } from '../../concerns/records/regular-post.ts';
import { parseWeek } from '../../concerns/terms/calendar.ts';
import type { Directory, PersonId } from '../../concerns/terms/directory.ts';
import type { Language } from '../../concerns/terms/language.ts';
import { countWeek } from '../../summary/closed-weeks.ts';
import { overviewPage, postedOverviewPage, type SummaryLinks } from '../../summary/pages/overview-page.ts';
import { leadsTo } from '../../summary/pages/summary-parts.ts';
import type { Period } from '../../summary/periods.ts';
import { type PullDependencies, pullSummary } from '../../summary/pull/pull-summary.ts';
import { type SendingTime, weeksToSend } from '../../summary/weeks-to-send.ts';
import { say } from '../../words/cards/say.ts';
import type { ChannelConnection } from '../teams/channel-connection.ts';
import { summaryPost } from '../teams/channel-post.ts';
import type { Made, Regularly } from './regular-posts.ts';
import { sentToChannel, sentToPerson } from './sent.ts';

export interface WeekSendingDependencies extends PullDependencies {
  readonly time: SendingTime;
  readonly regularPosts: Pick<RegularPosts, 'all'>;
  readonly targets: Pick<AlertTargets, 'read' | 'all'>;
  readonly directory: Pick<Directory, 'rolesOf'>;
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'post' | 'chatWith' | 'say'>;
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly linksTo: (period: Period) => SummaryLinks;
  readonly card: (page: Page) => Card;
  readonly onArrived: (target: AlertTarget) => Promise<void>;
}

type Ready = { readonly kind: 'ready'; readonly page: Page } | Extract<Made, { kind: 'waits' }>;

const clockInDoubt = { kind: 'waits', reason: 'clock' } as const;

/**
 * The weekly summary for chosen channels and people. Wider readers get its card. A restricted one is only said to be
 * ready, and someone who pulls it is asked for the role then: people who join a chat or a channel later read it all.
 */
export function createWeekSending(deps: WeekSendingDependencies): () => Promise<readonly Regularly[]> {
  async function pageOf(
    audience: Audience,
    text: string,
    language: Language,
    to: 'channel' | 'person',
  ): Promise<Ready> {
    const week = parseWeek(text);
    if (week === undefined) return { kind: 'waits', reason: 'unexpected' };
    const period = { kind: 'week', week } as const;
    const links = deps.linksTo(period);
    const isInChannel = to === 'channel';
    if (audience !== 'wider') {
      const counted = await countWeek(deps, week, audience);
      if (counted.kind !== 'counted') return clockInDoubt;
      const inTab = links.page === undefined ? undefined : link(say(language, 'sending.show'), links.page);
      const inChat = button(say(language, 'sending.show'), leadsTo('overview', { audience, period, language }));
      const open = isInChannel ? inTab : inChat;
      return { kind: 'ready', page: weekReadyPage({ language, audience, week, isInChannel, open }) };
    }
    const outcome = await pullSummary(deps, { audience, period, language });
    switch (outcome.kind) {
      case 'summary':
        return { kind: 'ready', page: (isInChannel ? postedOverviewPage : overviewPage)(outcome.summary, links) };
      case 'notNow':
      case 'notClosed':
        return clockInDoubt;
      case 'notSafe':
        return { kind: 'waits', reason: 'unexpected' };
      default:
        return outcome satisfies never;
    }
  }

  async function toChannel(audience: Audience, week: string): Promise<Made> {
    const all = await deps.targets.all();
    const target = all.find(({ name }) => name === summaryTargets[audience]);
    if (target === undefined) return { kind: 'waits', reason: 'noTarget' };
    if (!maySummariseIn(audience, target.conversationId, all)) return { kind: 'waits', reason: 'elsewhere' };
    const ready = await pageOf(audience, week, target.language, 'channel');
    if (ready.kind === 'waits') return ready;
    const activity = summaryPost(ready.page, deps.card);
    const send = () => sentToChannel(deps.connectionTo(target.serviceUrl), target, activity, deps.onArrived);
    return { kind: 'post', send };
  }

  async function toPerson(
    { audience, objectId }: { readonly audience: Audience; readonly objectId: PersonId },
    language: Language,
    week: string,
  ): Promise<Made> {
    const holdsRole = async () => summariesFor(await deps.directory.rolesOf(objectId)).includes(audience);
    if (!(await holdsRole())) return { kind: 'waits', reason: 'noRole' };
    const ready = await pageOf(audience, week, language, 'person');
    if (ready.kind === 'waits') return ready;
    const { serviceUrl } = (await deps.targets.read('acu')) ?? deps;
    const to = { objectId, tenantId: deps.tenantId };
    return {
      kind: 'post',
      send: () => sentToPerson(deps.connectionTo(serviceUrl), to, summaryPost(ready.page, deps.card)),
    };
  }

  function ofPerson({ regular, language }: RegularPost, due: readonly string[]): readonly Regularly[] {
    if (regular.what !== 'weekToPerson') return [];
    return [{ regular, due, make: (week) => toPerson(regular, language ?? 'en', week) }];
  }

  return async () => {
    const due = weeksToSend(deps.clock(), deps.timeZone, deps.time);
    const [set, people] = await Promise.all([deps.targets.all(), deps.regularPosts.all()]);
    const names = new Set(set.map(({ name }) => name));
    const channels = (['acu', 'reserve', 'wider'] as const).filter((audience) => names.has(summaryTargets[audience]));
    return [
      ...channels.map(
        (audience): Regularly => ({
          regular: { what: 'weekInChannel', audience },
          due,
          make: (week) => toChannel(audience, week),
        }),
      ),
      ...people.filter(({ stopped }) => stopped !== true).flatMap((post) => ofPerson(post, due)),
    ];
  };
}
