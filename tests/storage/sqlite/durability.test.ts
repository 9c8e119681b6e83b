import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { CaseId } from '../../../core/model/case-id.ts';
import { caseIdSchema } from '../../../core/model/case-record.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { createCase, createDraft, createAlert, firstEvent, newCaseId, now } from '../../support/contracts/records.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const line = z.object({ caseId: caseIdSchema, answer: z.enum(['created', 'exists']) });

let folder: string;
let path: string;
let children: ChildProcess[] = [];

/** Another process that saves cases into the same file, and says so of each as soon as it is told. */
function saver(caseIds: readonly CaseId[] | 'on and on') {
  const script = join(import.meta.dirname, '../../support/storage/saving-process.ts');
  const child = spawn(process.execPath, ['--no-warnings', script, path, ...(caseIds === 'on and on' ? [] : caseIds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const ended = once(child, 'close');
  return { child, ended, lines: createInterface({ input: child.stdout }) };
}

async function answersOf({ lines }: ReturnType<typeof saver>) {
  const answers: z.infer<typeof line>[] = [];
  for await (const text of lines) answers.push(line.parse(JSON.parse(text)));
  return answers;
}

beforeEach(() => {
  folder = createTemporaryFolder();
  path = join(folder, 'candour.db');
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
  rmSync(folder, { recursive: true });
});

describe('a SQLite file', () => {
  it('holds everything when it is opened again', async () => {
    const first = openSqliteStore(path);
    const record = createCase();
    const draft = createDraft(60);
    await first.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
    await first.drafts.save(draft);
    await first.dayKeys.add({ id: '2026-11-25', wrapped: 'key' });
    await first.close();
    const again = openSqliteStore(path);
    expect((await again.cases.read(record.caseId))?.value).toEqual(record);
    expect(await again.history.readAll(record.caseId)).toHaveLength(1);
    expect((await again.outbox.due(now, 5)).alerts).toHaveLength(1);
    expect(await again.drafts.read(draft.id, now)).toEqual(draft);
    expect(await again.dayKeys.read('2026-11-25')).toEqual({ id: '2026-11-25', wrapped: 'key' });
    await again.close();
  });

  it('serves three processes that open it at once, and tells one of them that a case is new', async () => {
    const caseIds = Array.from({ length: 60 }, newCaseId);
    const answers = (await Promise.all([1, 2, 3].map(() => answersOf(saver(caseIds))))).flat();
    expect(answers).toHaveLength(180);
    const created = answers.filter(({ answer }) => answer === 'created').map(({ caseId }) => caseId);
    expect(created.sort()).toEqual(caseIds.sort());
  });

  it('holds every case that was said to be saved before the process was killed', async () => {
    const { child, ended, lines } = saver('on and on');
    const saved: CaseId[] = [];
    for await (const text of lines) {
      saved.push(line.parse(JSON.parse(text)).caseId);
      if (saved.length === 50) child.kill('SIGKILL');
    }
    await ended;
    expect(saved.length).toBeGreaterThanOrEqual(50);
    const store = openSqliteStore(path);
    for (const caseId of saved) {
      expect((await store.cases.read(caseId))?.value.caseId).toBe(caseId);
      expect(await store.outbox.read(caseId)).toBeDefined();
      expect(await store.history.readAll(caseId)).toHaveLength(1);
    }
    await store.close();
  });
});
