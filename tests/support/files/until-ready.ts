import type { HeldFiles } from '../../../tab/files/pending-files.ts';
import { eventually } from '../journeys/eventually.ts';

/** Waits until every file that was chosen on a page is ready or refused. */
export const untilReady = (held: Pick<HeldFiles, 'readiness'>): Promise<true> =>
  eventually('the chosen files are ready or refused', () => (held.readiness() === 'notReady' ? undefined : true));
