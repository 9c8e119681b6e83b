import type { ContentRow } from '../../contract/content.ts';
import type { WordKey } from '../../words/tab/say.ts';

export const originWords = {
  builtIn: 'writing.builtIn',
  replaced: 'writing.replaced',
  own: 'writing.own',
} as const satisfies Record<ContentRow['origin'], WordKey>;

export const stateWords = {
  none: 'writing.none',
  draft: 'writing.draft',
  submitted: 'writing.submitted',
  sentBack: 'writing.sentBack',
  approved: 'writing.approved',
  withdrawn: 'writing.withdrawn',
  unreadable: 'writing.unreadable',
} as const satisfies Record<ContentRow['state'], WordKey>;
