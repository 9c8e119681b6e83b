import type { Mutant } from '../mutant.ts';

/** Ways in which a campaign tells people what nobody agreed to, twice, or when they are to be left in peace. */
export const inCampaigns: readonly Mutant[] = [
  {
    name: 'somebody approves an item that they changed themselves',
    promise: 'truthful',
    file: 'concerns/records/campaign-changes.ts',
    find: "  if (isOwnWork(planned, by)) return notAllowed('ownWork');\n",
    put: '',
    tests: ['tests/concerns/campaigns/campaign-acts.test.ts'],
  },
  {
    name: 'whoever moves the words of another frees them to approve their own',
    promise: 'truthful',
    file: 'concerns/records/campaign-changes.ts',
    find: '{ changedBy: standing.changedBy, movedBy: by }',
    put: '{ changedBy: by }',
    tests: ['tests/concerns/records/campaign-changes.test.ts'],
  },
  {
    name: 'a change keeps the approval of what stood there',
    promise: 'truthful',
    file: 'concerns/records/campaign-approval.ts',
    find: '  planned.approval.digest === digestOfPlanned(campaign, planned);',
    put: "  planned.approval.digest !== '';",
    tests: ['tests/concerns/records/campaign-due.test.ts'],
  },
  {
    name: 'quiet hours are not kept',
    promise: 'truthful',
    file: 'concerns/records/campaign-due.ts',
    find: '  if (isQuiet(moment, campaign.quiet)) return heldBack(campaign);\n',
    put: '',
    tests: ['tests/concerns/records/campaign-due.test.ts'],
  },
  {
    name: 'all that is late after a pause comes at once',
    promise: 'truthful',
    file: 'concerns/records/campaign-due.ts',
    find: 'if (first.on < day) return begun.length === 0 ? [first] : [];',
    put: 'if (first.on < day) return due;',
    tests: ['tests/concerns/records/campaign-due.test.ts'],
  },
  {
    name: 'an item is sent twice where a server was ended before it noted that it had begun',
    promise: 'durable',
    file: 'concerns/records/campaign-runs.ts',
    find: 'week === undefined ? `${id}.${item}` :',
    put: 'week === undefined ? `${id}.${item}.${crypto.randomUUID()}` :',
    tests: ['tests/bot/campaigns/schedule-runs.test.ts'],
  },
  {
    name: 'a post that a server left is posted again',
    promise: 'durable',
    file: 'concerns/records/campaign-posts.ts',
    find: "withPost(so, { channel, state: 'notKnown' })",
    put: "withPost(so, { channel, state: 'waiting' })",
    tests: ['tests/concerns/records/campaign-posts.test.ts'],
  },
  {
    name: 'how few people want no messages is said',
    promise: 'figures',
    file: 'bot/api/campaign-views.ts',
    find: "optedOut: optedOut > 0 && optedOut < few ? 'few' : optedOut,",
    put: 'optedOut,',
    tests: ['tests/bot/api/campaign-views.test.ts'],
  },
];
