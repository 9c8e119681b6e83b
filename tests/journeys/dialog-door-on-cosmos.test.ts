import { comeBackJourney } from './coming-back.journey.ts';
import { erasedReportJourney } from './erased-report.journey.ts';
import { failingStoreJourney } from './failing-store.journey.ts';
import { runJourneys } from './journeys.ts';
import { duplicateRequestsJourney } from './repeats.journey.ts';

runJourneys('dialog', 'cosmos', [comeBackJourney, erasedReportJourney, duplicateRequestsJourney, failingStoreJourney]);
