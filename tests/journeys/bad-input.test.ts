import { badInputJourney } from './bad-input.journey.ts';
import { runJourneys } from './journeys.ts';

runJourneys('dialog', 'sqlite', [badInputJourney]);
runJourneys('chat', 'sqlite', [badInputJourney]);
