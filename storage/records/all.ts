import type { Store } from '../../core/ports/store.ts';
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
 * Each store writes these by hand instead: cases, alerts and histories, which one write changes together; lists, the
 * outbox and the figures of weeks, whose queries fit the indexes of a store; drafts and day keys, whose removal must
 * reach SQLite's log; turns and counts of work, which last minutes or a day.
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
