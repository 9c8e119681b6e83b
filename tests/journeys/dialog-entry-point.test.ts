import { acknowledgementJourney } from './acknowledging.journey.ts';
import { comeBackJourney } from './come-back.journey.ts';
import { erasedReportJourney } from './erased-report.journey.ts';
import { firstMessageJourney } from './first-message.journey.ts';
import { runJourneys } from './run-journeys.ts';
import { markupEscapingJourney } from './markup-escaping.journey.ts';
import { productionEntryPointJourney } from './production-entry-point.journey.ts';
import { duplicateRequestsJourney } from './duplicate-requests.journey.ts';
import { reportingJourney } from './reporting.journey.ts';
import { reportPathsJourney } from './report-paths.journey.ts';

runJourneys('dialog', 'sqlite', [
  firstMessageJourney,
  productionEntryPointJourney,
  reportingJourney,
  reportPathsJourney,
  acknowledgementJourney,
  comeBackJourney,
  erasedReportJourney,
  duplicateRequestsJourney,
  markupEscapingJourney,
]);
