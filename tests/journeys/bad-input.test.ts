import { badInput } from './bad-input.journey.ts';
import { journeys } from './journeys.ts';

journeys('dialog', 'sqlite', [badInput]);
journeys('chat', 'sqlite', [badInput]);
