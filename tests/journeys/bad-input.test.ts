import { badInputJourney } from './bad-input.journey.ts';
import { runJourneys } from './run-journeys.ts';

runJourneys('dialog', 'sqlite', [badInputJourney]);
runJourneys('chat', 'sqlite', [badInputJourney]);
