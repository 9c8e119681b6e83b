import { comeBackJourney } from './come-back.journey.ts';
import { erasedReportJourney } from './erased-report.journey.ts';
import { failingStoreJourney } from './failing-store.journey.ts';
import { runJourneys } from './run-journeys.ts';
import { duplicateRequestsJourney } from './duplicate-requests.journey.ts';

runJourneys('dialog', 'cosmos', [comeBackJourney, erasedReportJourney, duplicateRequestsJourney, failingStoreJourney]);
