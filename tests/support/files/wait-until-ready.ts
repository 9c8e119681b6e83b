import type { PendingFiles } from '../../../tab/files/pending-files.ts';
import { waitFor } from '../journeys/wait-for.ts';

/** Waits until every file that was chosen on a page is ready or refused. */
export const waitUntilReady = (held: Pick<PendingFiles, 'readiness'>): Promise<true> =>
  waitFor('the chosen files are ready or refused', () => (held.readiness() === 'notReady' ? undefined : true));
