import { acknowledging } from './acknowledging.journey.ts';
import { comingBack } from './coming-back.journey.ts';
import { erasedReport } from './erased-report.journey.ts';
import { firstWords } from './first-words.journey.ts';
import { journeys } from './journeys.ts';
import { plainWords } from './plain-words.journey.ts';
import { repeats } from './repeats.journey.ts';
import { reporting } from './reporting.journey.ts';

journeys('chat', 'sqlite', [firstWords, reporting, acknowledging, comingBack, erasedReport, repeats, plainWords]);
