import { addDays } from '../../concerns/terms/calendar.ts';
import {
  countsOf,
  type DeliveryRun,
  keptDays,
  newRun,
  resumedRun,
  tallyOf,
  withdrawalOf,
} from '../../concerns/records/delivery.ts';
import type { CampaignSender, SenderDeps } from './campaign-sender.ts';
import { openParts } from './open-parts.ts';

const mostTries = 20;

type Acts = Pick<CampaignSender, 'startRun' | 'pause' | 'resume' | 'cancel' | 'withdraw' | 'counts' | 'tidy'>;

export function createRunActs(
  { runs, parts, today, log }: Pick<SenderDeps, 'runs' | 'parts' | 'today' | 'log'>,
  changed: (run: DeliveryRun) => void,
): Acts {
  async function begin(run: DeliveryRun): Promise<'started' | 'exists'> {
    if (!(await runs.write(run, undefined))) return 'exists';
    log({ event: 'runStarted', kind: run.kind });
    changed(run);
    return 'started';
  }

  async function setState(
    id: string,
    from: readonly DeliveryRun['state'][],
    to: DeliveryRun['state'],
  ): Promise<boolean> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const standing = await runs.read(id);
      if (standing === undefined) return false;
      if (standing.value.state === to) return true;
      if (!from.includes(standing.value.state)) return false;
      const next =
        to === 'running'
          ? resumedRun(standing.value)
          : { ...standing.value, state: to, ...(to === 'cancelled' && { endedOn: today() }) };
      if (await runs.write(next, standing.version)) {
        changed(next);
        return true;
      }
    }
    return false;
  }

  async function erase(id: string): Promise<void> {
    await runs.erase(id);
    const standing = await runs.read(id);
    if (standing) await runs.write({ ...standing.value, erased: true }, standing.version);
  }

  return {
    startRun: (run) => begin(newRun(run)),
    pause: (id) => setState(id, ['running'], 'paused'),
    resume: (id) => setState(id, ['paused'], 'running'),
    cancel: (id) => setState(id, ['running', 'paused'], 'cancelled'),

    withdraw: async (id) => {
      const source = await runs.read(id);
      if (source === undefined || source.value.kind === 'withdraw') return 'none';
      if (source.value.erased) return 'gone';
      await setState(id, ['running', 'paused'], 'cancelled');
      return begin(newRun({ id: withdrawalOf(id), kind: 'withdraw' }, id));
    },

    counts: async (id) => {
      const run = await runs.read(id);
      if (run === undefined) return undefined;
      const open = run.value.erased ? [] : await openParts(parts, id);
      return countsOf(run.value, open.map(tallyOf));
    },

    tidy: async (day) => {
      for (const { value: run } of await runs.all()) {
        const { id, kind, of, state, endedOn } = run;
        const isOver = endedOn !== undefined && (state === 'over' || state === 'cancelled');
        if (!isOver) continue;
        const isWithdrawn = kind === 'withdraw' && state === 'over';
        if (!isWithdrawn && day <= addDays(endedOn, keptDays)) continue;
        if (isWithdrawn && of !== undefined) await erase(of);
        await erase(id);
      }
    },
  };
}
