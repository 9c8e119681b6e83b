import type { FiguresTold } from '../../contract/campaigns.ts';
import { FiguresError } from '../../summary/week-figures.ts';
import type { PullDependencies } from '../../summary/pull/pull-summary.ts';
import { saidAndDid } from '../../summary/pull/said-and-did.ts';
import { type EventLog, thrownName, troubleCode } from '../running/event-log.ts';

export interface CampaignFiguresDependencies {
  readonly summaries: PullDependencies;
  readonly log: EventLog;
}

/**
 * "You said, we did" for campaigns: only what wider readers are told of a quarter, and with the log line of any
 * reading. Throws StoreError.
 */
export async function figuresTold(
  { summaries, log }: CampaignFiguresDependencies,
  quarter: string | undefined,
): Promise<FiguresTold> {
  try {
    const told = await saidAndDid(summaries, quarter);
    if (told.kind === 'told') log({ event: 'summaryPulled', audience: 'wider' });
    return told;
  } catch (error) {
    if (!(error instanceof FiguresError)) throw error;
    log({ event: 'tabFailed', operation: 'campaigns.figures', code: troubleCode(error), thrown: thrownName(error) });
    return { kind: 'damaged' };
  }
}
