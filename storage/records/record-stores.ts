import type { Store } from '../../core/ports/store.ts';
import type { DocumentStore } from '../documents.ts';
import { createCampaignChannels, createCampaignStore, createSurveyCounters } from './campaigns.ts';
import {
  createDeliveryBatches,
  createDeliveryRuns,
  createSendQuotaStore,
  createSubscriberStore,
} from './deliveries.ts';
import {
  createContentStore,
  createDailyTaskStore,
  createPartnerStore,
  createPeopleStore,
  createScheduledPostStore,
  createSettingsHistory,
  createAlertTargets,
} from './force.ts';
import { createPublicationLedger, createWeekStore } from './weeks.ts';

type RecordPorts =
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
  | 'deliveryBatches'
  | 'lanes'
  | 'content'
  | 'partners';

/**
 * Each store writes the others by hand: cases, alerts and histories, which one write changes together; lists, the
 * outbox and the figures of weeks, whose queries fit a store's indexes; drafts and day keys, whose removal must reach
 * SQLite's log; turns and counts of work, which last minutes or a day.
 */
export const createRecordStores = (documents: DocumentStore): Pick<Store, RecordPorts> => ({
  people: createPeopleStore(documents),
  reach: createSubscriberStore(documents),
  pulse: createSurveyCounters(documents),
  campaigns: createCampaignStore(documents),
  campaignChannels: createCampaignChannels(documents),
  targets: createAlertTargets(documents),
  weeks: createWeekStore(documents),
  issues: createPublicationLedger(documents),
  dailyMarks: createDailyTaskStore(documents),
  regularPosts: createScheduledPostStore(documents),
  settings: createSettingsHistory(documents),
  deliveryRuns: createDeliveryRuns(documents),
  deliveryBatches: createDeliveryBatches(documents),
  lanes: createSendQuotaStore(documents),
  content: createContentStore(documents),
  partners: createPartnerStore(documents),
});
