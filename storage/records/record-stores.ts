import type { Store } from '../../core/ports/store.ts';
import type { DocumentStore } from '../document-store.ts';
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
} from './administration.ts';
import { createPublicationLedger, createWeekStore } from './weeks.ts';

type RecordPorts =
  | 'people'
  | 'subscribers'
  | 'surveyCounters'
  | 'campaigns'
  | 'campaignChannels'
  | 'targets'
  | 'weeks'
  | 'publications'
  | 'dailyTaskStates'
  | 'scheduledPosts'
  | 'settings'
  | 'deliveryRuns'
  | 'deliveryBatches'
  | 'sendQuota'
  | 'content'
  | 'partners';

/**
 * Each store writes the others by hand: one write changes them together (cases, alerts, histories), their queries fit
 * its indexes (lists, the outbox, figures of weeks), their removal must reach SQLite's log (drafts, day keys), or they
 * are short-lived (rate limits, counts of work).
 */
export const createRecordStores = (documents: DocumentStore): Pick<Store, RecordPorts> => ({
  people: createPeopleStore(documents),
  subscribers: createSubscriberStore(documents),
  surveyCounters: createSurveyCounters(documents),
  campaigns: createCampaignStore(documents),
  campaignChannels: createCampaignChannels(documents),
  targets: createAlertTargets(documents),
  weeks: createWeekStore(documents),
  publications: createPublicationLedger(documents),
  dailyTaskStates: createDailyTaskStore(documents),
  scheduledPosts: createScheduledPostStore(documents),
  settings: createSettingsHistory(documents),
  deliveryRuns: createDeliveryRuns(documents),
  deliveryBatches: createDeliveryBatches(documents),
  sendQuota: createSendQuotaStore(documents),
  content: createContentStore(documents),
  partners: createPartnerStore(documents),
});
