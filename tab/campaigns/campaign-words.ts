import type { CampaignRefusal } from '../../core/model/campaign-edits.ts';
import type { Campaign, CampaignEventKind } from '../../core/model/campaign.ts';
import type { PauseReason } from '../../core/model/delivery.ts';
import type { Language } from '../../core/model/language.ts';
import type { CampaignChannelView, CampaignItemView, TestSendAnswer } from '../../contract/campaigns.ts';
import { formatDay } from '../../words/date-format.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import type { Tab } from '../ui/tab-context.ts';

export const campaignStateWords = {
  draft: 'campaigns.draft',
  running: 'campaigns.running',
  paused: 'campaigns.paused',
  cancelled: 'campaigns.cancelled',
  ended: 'campaigns.ended',
} as const satisfies Record<Campaign['state'], WordKey>;

export const campaignRefusalWords = {
  state: 'campaigns.notState',
  noSuchItem: 'campaigns.notState',
  past: 'campaigns.notPast',
  full: 'campaigns.notFull',
  empty: 'campaigns.notEmpty',
  ownWork: 'campaigns.notOwn',
  changed: 'campaigns.moved',
  noSuchChannel: 'campaigns.notChannel',
  content: 'campaigns.notContent',
} as const satisfies Record<CampaignRefusal, WordKey>;

export const campaignEventWords = {
  created: 'campaigns.didCreate',
  rulesSet: 'campaigns.didSetRules',
  itemSet: 'campaigns.didSetItem',
  itemCancelled: 'campaigns.didCancelItem',
  reordered: 'campaigns.didReorder',
  itemApproved: 'campaigns.didApprove',
  started: 'campaigns.didStart',
  paused: 'campaigns.didPause',
  wentOn: 'campaigns.didGoOn',
  cancelled: 'campaigns.didCancel',
  itemWithdrawn: 'campaigns.didWithdraw',
  itemStarted: 'campaigns.didBegin',
  itemSent: 'campaigns.didSend',
  itemStopped: 'campaigns.didStop',
  ended: 'campaigns.didEnd',
} as const satisfies Record<CampaignEventKind, WordKey>;

const itemStateWords = {
  planned: 'campaignItem.waits',
  sending: 'campaignItem.sending',
  sent: 'campaignItem.sent',
  withdrawn: 'campaignItem.withdrawn',
  cancelled: 'campaignItem.cancelled',
} as const satisfies Record<CampaignItemView['state'], WordKey>;

export const itemStateWordKey = ({ state, approvedBy }: Pick<CampaignItemView, 'state' | 'approvedBy'>): WordKey =>
  state === 'planned' && approvedBy !== undefined ? 'campaignItem.approved' : itemStateWords[state];

export const pauseReasonWords = {
  refused: 'campaignItem.stopRefused',
  busy: 'campaignItem.stopBusy',
  unreachable: 'campaignItem.stopUnreachable',
  unreadable: 'campaignItem.stopUnreadable',
  gone: 'campaignItem.stopGone',
  notKnown: 'campaignItem.stopNotKnown',
} as const satisfies Record<PauseReason, WordKey>;

export const testSendWords = {
  sent: 'campaignItem.testSent',
  noChat: 'campaignItem.testNoChat',
  busy: 'campaignItem.testBusy',
  notKnown: 'campaignItem.testNotKnown',
} as const satisfies Record<TestSendAnswer['kind'], WordKey>;

export const sendFailureWordKey = (reason: string): WordKey => {
  if (reason === 'busy') return 'campaignItem.busy';
  if (reason === 'unreachable') return 'campaignItem.unreachable';
  return reason === 'unreadable' ? 'campaignItem.unreadable' : 'campaignItem.refused';
};

/** Teams gives no name for a channel, so its place and day of adding may replace it. */
export const campaignChannelName = (
  translate: Tab['translate'],
  language: Language,
  { name, on }: CampaignChannelView,
  place: number,
): string => name ?? translate('campaigns.channelNumber', { number: place + 1, day: formatDay(language, on) });

export const itemLanguageWords = { en: 'campaignItem.english', cy: 'campaignItem.welsh' } as const;
