import type { Store } from '../../concerns/ports/store.ts';
import type { Documents } from '../documents.ts';
import { campaignChannelsIn, campaignsIn, pulseIn } from './campaigns.ts';
import { deliveryPartsIn, deliveryRunsIn, lanesIn, reachIn } from './deliveries.ts';
import {
  contentIn,
  dailyMarksIn,
  partnersIn,
  peopleIn,
  regularPostsIn,
  settingsHistoryIn,
  targetsIn,
} from './force.ts';
import { issuesIn, weeksIn } from './weeks.ts';

type Ports =
  | 'people'
  | 'reach'
  | 'pulse'
  | 'campaigns'
  | 'campaignChannels'
  | 'targets'
  | 'weeks'
  | 'issues'
  | 'dailyMarks'
  | 'regularPosts'
  | 'settings'
  | 'deliveryRuns'
  | 'deliveryParts'
  | 'lanes'
  | 'content'
  | 'partners';

/**
 * The ports of a store whose records are written the same way in each. Each store writes these by hand instead:
 *
 * - cases, alerts and histories: one write makes or changes all three, with what lists and weeks find them by; SQLite has
 *   seals and what is found in tables of their own, Cosmos DB in one partition;
 * - lists, the outbox and the figures of weeks: each question is written for an index of its store;
 * - drafts and day keys: what is removed must be gone from SQLite's log as well, and a draft in Cosmos DB ends by itself;
 * - turns and counts of work: numbers under a name, for minutes or a day, without a shape or a field to keep.
 */
export const recordsIn = (documents: Documents): Pick<Store, Ports> => ({
  people: peopleIn(documents),
  reach: reachIn(documents),
  pulse: pulseIn(documents),
  campaigns: campaignsIn(documents),
  campaignChannels: campaignChannelsIn(documents),
  targets: targetsIn(documents),
  weeks: weeksIn(documents),
  issues: issuesIn(documents),
  dailyMarks: dailyMarksIn(documents),
  regularPosts: regularPostsIn(documents),
  settings: settingsHistoryIn(documents),
  deliveryRuns: deliveryRunsIn(documents),
  deliveryParts: deliveryPartsIn(documents),
  lanes: lanesIn(documents),
  content: contentIn(documents),
  partners: partnersIn(documents),
});
