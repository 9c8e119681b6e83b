import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { StoreError } from '../../../core/ports/store-error.ts';
import { createWriteQueue, maxCommitMs, maxWritesPerCommit } from '../../../storage/sqlite/sqlite-file.ts';

/** Longer than any test waits, in milliseconds. */
const longMs = 10_000;

/** What a write of these tests may do that is not what it should: it fails, alone or with the whole transaction. */
type Mishap = 'none' | 'fails' | 'failsWithAll';

type Problem = StoreError | 'busy' | 'none';

/** A file in memory, with the writes that stand in it by their commits, and what its next commits come to. */
function fileInMemory(patienceMs = longMs, now: () => number = () => 0) {
  const commits: number[][] = [];
  const problems: Record<'begin' | 'commit', Problem[]> = { begin: [], commit: [] };
  let open: number[] | undefined;
  let tries = 0;
  let isHeld = false;
  const queue = createWriteQueue(
    {
      begin: () => {
        tries += 1;
        const problem = problems.begin.shift();
        if (problem === 'busy' || isHeld) return false;
        if (problem instanceof StoreError) throw problem;
        open = [];
        return true;
      },
      runInSavepoint: (work) => {
        // As in SQLite: outside of a transaction, a savepoint is one by itself.
        const isOutside = open === undefined;
        open ??= [];
        const before = [...open];
        try {
          const result = work();
          if (isOutside) {
            commits.push(open);
            open = undefined;
          }
          return result;
        } catch (error) {
          if (open) open = before;
          throw error;
        }
      },
      isInTransaction: () => open !== undefined,
      commit: () => {
        const problem = problems.commit.shift();
        const written = open ?? [];
        open = undefined;
        if (problem instanceof StoreError) throw problem;
        commits.push(written);
      },
    },
    patienceMs,
    now,
  );
  return {
    queue,
    problems,
    commits,
    standing: () => commits.flat(),
    tries: () => tries,
    hold: () => void (isHeld = true),
    letGo: () => void (isHeld = false),
    /** Asks for a write, of which no part stands where it fails. */
    ask: (one: number, mishap: Mishap = 'none') =>
      queue.run(() => {
        open?.push(one);
        if (mishap === 'failsWithAll') open = undefined;
        if (mishap !== 'none') throw new StoreError('full', mishap);
        return one;
      }),
  };
}

const fulfilled = (value: unknown) => ({ status: 'fulfilled', value });
const rejected = (reason: StoreError) => ({ status: 'rejected', reason });

describe('writes to one file', () => {
  it('share a commit with all that are asked for in the same turn, and no other with the next turn', async () => {
    const file = fileInMemory();
    const asked = [1, 2, 3].map((one) => file.ask(one));
    expect(file.commits).toEqual([]);
    await setImmediate();
    asked.push(file.ask(4));
    expect(await Promise.all(asked)).toEqual([1, 2, 3, 4]);
    expect(file.commits).toEqual([[1, 2, 3], [4]]);
  });

  it('are told of by nobody before their commit', async () => {
    const file = fileInMemory();
    const stoodWhenTold = await Promise.all([1, 2].map((one) => file.ask(one).then(() => file.standing())));
    expect(stoodWhenTold).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it('fail alone where the work fails, and leave nothing', async () => {
    const file = fileInMemory();
    const asked = [file.ask(1), file.ask(2, 'fails'), file.ask(3)];
    expect(await Promise.allSettled(asked)).toEqual([
      fulfilled(1),
      rejected(new StoreError('full', 'fails')),
      fulfilled(3),
    ]);
    expect(file.commits).toEqual([[1, 3]]);
  });

  it('are done again where the failure of another undid all of the transaction', async () => {
    const file = fileInMemory();
    const asked = [file.ask(1), file.ask(2, 'failsWithAll'), file.ask(3)];
    expect(await Promise.allSettled(asked)).toEqual([
      fulfilled(1),
      rejected(new StoreError('full', 'failsWithAll')),
      fulfilled(3),
    ]);
    expect(file.commits).toEqual([[1, 3]]);
  });

  it('all fail where their commit does, with what it says, and later ones do not', async () => {
    const file = fileInMemory();
    const problem = new StoreError('unknown', 'sqlite 778');
    file.problems.commit.push(problem);
    const asked = [file.ask(1), file.ask(2, 'fails'), file.ask(3)];
    expect(await Promise.allSettled(asked)).toEqual([
      rejected(problem),
      rejected(new StoreError('full', 'fails')),
      rejected(problem),
    ]);
    expect(file.standing()).toEqual([]);
    expect(await file.ask(4)).toBe(4);
  });

  it('fail one by one where the file cannot be written to', async () => {
    const file = fileInMemory();
    file.problems.begin.push(new StoreError('readOnly'));
    const asked = [file.ask(1), file.ask(2)];
    expect(await Promise.allSettled(asked)).toEqual([rejected(new StoreError('readOnly')), fulfilled(2)]);
  });

  it('are no more in one commit than may fail together', async () => {
    const file = fileInMemory();
    const ones = Array.from({ length: 2 * maxWritesPerCommit + 1 }, (_, at) => at);
    expect(await Promise.all(ones.map((one) => file.ask(one)))).toEqual(ones);
    expect(file.commits.map((commit) => commit.length)).toEqual([maxWritesPerCommit, maxWritesPerCommit, 1]);
    expect(file.standing()).toEqual(ones);
  });

  it('take no longer together than anybody else may wait, but for one that takes so long by itself', async () => {
    let at = 0;
    const file = fileInMemory(longMs, () => at);
    const asked = [maxCommitMs / 2, maxCommitMs / 2, 1, 10 * maxCommitMs, 1].map((ms) =>
      file.queue.run(() => void (at += ms)).then(() => at),
    );
    const all = 11 * maxCommitMs + 2;
    expect(await Promise.all(asked)).toEqual([maxCommitMs, maxCommitMs, all - 1, all - 1, all]);
  });

  it('let others come in between', async () => {
    const file = fileInMemory();
    const ones = Array.from({ length: 3 * maxWritesPerCommit }, (_, at) => at);
    const all = Promise.all(ones.map((one) => file.ask(one)));
    const seen: number[] = [];
    for (let turns = 0; turns < 4; turns += 1) {
      await setImmediate();
      seen.push(file.commits.length);
    }
    await all;
    expect(seen).toEqual([1, 2, 3, 3]);
  });
});

describe('writes that wait for another process', () => {
  it('are done in the order in which they were asked for, and a later one does not pass them', async () => {
    const file = fileInMemory();
    file.hold();
    const asked = [1, 2, 3].map((one) => file.ask(one));
    await setImmediate();
    file.letGo();
    asked.push(file.ask(4));
    await Promise.all(asked);
    expect(file.standing()).toEqual([1, 2, 3, 4]);
  });

  it('leave the process to everything else meanwhile', async () => {
    const file = fileInMemory();
    file.hold();
    const waits = file.ask(1);
    while (file.tries() < 2) await setImmediate();
    file.letGo();
    expect(await waits).toBe(1);
  });

  it('are each given up after their own time, all of them, and are not done later', async () => {
    let at = 0;
    const file = fileInMemory(30, () => at);
    file.hold();
    const early = Promise.allSettled([1, 2, 3].map((one) => file.ask(one)));
    at = 29;
    const late = file.ask(4);
    at = 30;
    expect(await early).toEqual([1, 2, 3].map(() => rejected(new StoreError('busy'))));
    file.letGo();
    expect(await late).toBe(4);
    expect(file.standing()).toEqual([4]);
  });

  it('are refused once the file is closed', async () => {
    const file = fileInMemory();
    file.hold();
    const waits = file.ask(1);
    file.queue.close();
    await expect(waits).rejects.toMatchObject({ code: 'unavailable' });
    await expect(file.ask(2)).rejects.toMatchObject({ code: 'unavailable' });
    file.letGo();
    await setImmediate();
    expect(file.standing()).toEqual([]);
  });
});

describe('whatever happens to writes', () => {
  const mishaps = fc.constantFrom<Mishap>('none', 'none', 'none', 'fails', 'failsWithAll');
  const turns = fc.array(fc.array(mishaps, { maxLength: maxWritesPerCommit + 2 }), { maxLength: 5 });
  const problems = fc.array(
    fc.constantFrom<Problem>('none', 'none', 'busy', new StoreError('readOnly'), new StoreError('unknown')),
    { maxLength: 8 },
  );

  it('what is told stands, once and in its order; what is refused does not; and nobody is left waiting', async () => {
    await fc.assert(
      fc.asyncProperty(turns, problems, problems, async (mishapsByTurn, atBegin, atCommit) => {
        const file = fileInMemory();
        file.problems.begin.push(...atBegin);
        file.problems.commit.push(...atCommit);
        const told: number[] = [];
        const asked: Promise<boolean>[] = [];
        for (const mishapsOfTurn of mishapsByTurn) {
          for (const mishap of mishapsOfTurn) {
            const one = asked.length;
            const tell = () => told.push(file.standing().includes(one) ? one : Number.NaN) > 0;
            asked.push(file.ask(one, mishap).then(tell, () => false));
          }
          await setImmediate();
        }
        const outcomes = await Promise.all(asked);
        expect(file.standing()).toEqual(told);
        expect(told).toEqual(outcomes.flatMap((isTold, one) => (isTold ? [one] : [])));
        for (const { length } of file.commits) expect(length).toBeLessThanOrEqual(maxWritesPerCommit);
        const untroubled = mishapsByTurn.flat().flatMap((mishap, one) => (mishap === 'none' ? [one] : []));
        if ([...atBegin, ...atCommit].some((problem) => problem instanceof StoreError)) {
          expect(untroubled).toEqual(expect.arrayContaining(told));
        } else expect(told).toEqual(untroubled);
      }),
    );
  });
});
