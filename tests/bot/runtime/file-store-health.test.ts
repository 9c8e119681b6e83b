import { describe, expect, it } from '@jest/globals';
import type { LogEvent } from '../../../bot/runtime/event-log.ts';
import { createFileStoreWatch } from '../../../bot/runtime/file-store-maintenance.ts';
import { StoreError } from '../../../core/ports/store-error.ts';

const setting = 'FILES_ACCOUNT';

describe('a look at the place of files', () => {
  it('is told to the log when nothing can be kept any more and when it can again, and not at each look between', async () => {
    const logged: LogEvent[] = [];
    const failures = [undefined, 'unavailable', 'full', 'unavailable', undefined, undefined, 'readOnly'] as const;
    let at = -1;
    const check = async () => {
      const code = failures[at];
      if (code !== undefined) throw new StoreError(code, 'https://canary.blob.core.windows.net');
    };
    const watch = createFileStoreWatch({ files: { check }, setting, log: (event) => logged.push(event) });
    const troubles: (string | undefined)[] = [];
    for (at = 0; at < failures.length; at += 1) {
      await watch.look();
      troubles.push(watch.trouble()?.code);
    }
    expect(troubles).toEqual(failures);
    expect(logged).toEqual([
      { event: 'filesUnreachable', setting, code: 'store:unavailable' },
      { event: 'filesReached', setting },
      { event: 'filesUnreachable', setting, code: 'store:readOnly' },
    ]);
  });

  it('keeps nobody who asks waiting where the place never answers, or what it throws is none of ours', async () => {
    for (const check of [
      () => new Promise<void>(() => undefined),
      () => Promise.reject(new Error('https://canary.blob.core.windows.net')),
    ]) {
      const logged: LogEvent[] = [];
      const log = (event: LogEvent) => void logged.push(event);
      const watch = createFileStoreWatch({ files: { check }, setting, log, patienceMs: 20 });
      await watch.look();
      await watch.look();
      expect(watch.trouble()?.code).toBe('unavailable');
      expect(JSON.stringify(logged)).not.toContain('canary');
    }
  });

  it('is no trouble where it was late once, and is where it is late again', async () => {
    const logged: LogEvent[] = [];
    let answers: boolean;
    const check = () => (answers ? Promise.resolve() : new Promise<void>(() => undefined));
    const watch = createFileStoreWatch({
      files: { check },
      setting,
      log: (event) => logged.push(event),
      patienceMs: 20,
    });
    const troubles: boolean[] = [];
    for (answers of [false, true, false, false, true]) {
      await watch.look();
      troubles.push(watch.trouble() !== undefined);
    }
    expect(troubles).toEqual([false, false, false, true, false]);
    expect(logged.map(({ event }) => event)).toEqual(['filesUnreachable', 'filesReached']);
  });

  it('finds nothing where no files are taken', async () => {
    const logged: LogEvent[] = [];
    const watch = createFileStoreWatch({ files: undefined, setting, log: (event) => logged.push(event) });
    await watch.look();
    expect([watch.trouble(), logged]).toEqual([undefined, []]);
  });
});
