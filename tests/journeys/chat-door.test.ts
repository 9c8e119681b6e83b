import { acknowledgementJourney } from './acknowledging.journey.ts';
import { comeBackJourney } from './coming-back.journey.ts';
import { erasedReportJourney } from './erased-report.journey.ts';
import { firstMessageJourney } from './first-words.journey.ts';
import { runJourneys } from './journeys.ts';
import { markupEscapingJourney } from './plain-words.journey.ts';
import { duplicateRequestsJourney } from './repeats.journey.ts';
import { reportingJourney } from './reporting.journey.ts';

runJourneys('chat', 'sqlite', [
  firstMessageJourney,
  reportingJourney,
  acknowledgementJourney,
  comeBackJourney,
  erasedReportJourney,
  duplicateRequestsJourney,
  markupEscapingJourney,
]);
