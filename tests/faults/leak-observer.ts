import { expect } from '@jest/globals';
import { assertAbsent } from '../support/journeys/canary.ts';
import { createAgeSealer } from '../../crypto/node/age-sealer.ts';
import { codeForms } from '../support/journeys/code-forms.ts';
import type { Reporter } from '../support/journeys/reporter.ts';
import { parseSamples, scrape } from '../support/metrics/scrape.ts';
import { runDoctorOnBot } from './run-doctor.ts';
import { createFaultPoints, type PlannedFault } from './fault-points.ts';
import type { FaultyBot } from './faulty-bot.ts';

const dayMs = 86_400_000;
const shownCodes = /\b(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}\b/gu;
const shownReferences = /\b[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}\b/gu;

/** All that gives somebody away: their words, their code and reference, and who they are. */
export function reporterMarks({ canary, teams: { person, answers } }: Reporter): readonly string[] {
  const codes = answers.flatMap((answer) => answer.match(shownCodes) ?? []);
  const references = answers.flatMap((answer) => answer.replaceAll(shownCodes, '').match(shownReferences) ?? []);
  const shown = [...new Set(references)].flatMap((one) => [one, one.replaceAll('-', '')]);
  return [
    canary,
    ...[...new Set(codes)].flatMap(codeForms),
    ...shown,
    person.name,
    person.objectId,
    person.userId,
    person.conversationId,
  ];
}

/** A look at a bot as whoever watches over it has one: its numbers, its log, and what the doctor says of it. */
export interface LeakObserver {
  /** Reads the numbers, and asks the doctor while these faults stand at the store that it opens. */
  readonly look: (...standing: readonly PlannedFault[]) => Promise<void>;
  /** Expects nothing of anybody who tried meanwhile, in any of it, also once all that is ever told is told. */
  readonly expectNobody: () => Promise<void>;
}

/** So often is nothing asked of one part of the store. */
const always = 10;

/** Begins to look at a bot, which must hand out its numbers. */
export function createLeakObserver({ bot, reporters }: Pick<FaultyBot, 'bot' | 'reporters'>): LeakObserver {
  const [lines, before] = [bot.log.length, reporters.length];
  const told: string[] = [];
  const said: string[] = [];
  const look = async (...standing: readonly PlannedFault[]): Promise<void> => {
    const faults = createFaultPoints();
    for (let times = 0; times < always; times += 1) faults.next(...standing);
    said.push(
      await runDoctorOnBot(
        bot,
        (store) => faults.wrapParts({ store, seal: createAgeSealer(bot.settings.recipients) }).store,
      ),
    );
    told.push(await scrape(bot));
  };
  return {
    look,
    async expectNobody() {
      bot.clock.forward(dayMs);
      await bot.run('selfCheck');
      await look();
      const marks = reporters.slice(before).flatMap(reporterMarks);
      expect(marks.length).toBeGreaterThan(5 * (reporters.length - before));
      assertAbsent('metrics', told.join(''), marks);
      assertAbsent('doctor', said.join(''), marks);
      assertAbsent('log', bot.log.slice(lines).join(''), marks);
      for (const text of told) expect(parseSamples(text).length).toBeGreaterThan(200);
    },
  };
}
