import { comingBack } from './coming-back.journey.ts';
import { erasedReport } from './erased-report.journey.ts';
import { failingStore } from './failing-store.journey.ts';
import { journeys } from './journeys.ts';
import { repeats } from './repeats.journey.ts';

journeys('dialog', 'cosmos', [comingBack, erasedReport, repeats, failingStore]);
