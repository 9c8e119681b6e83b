import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startDevelopment } from '../../development/start-development.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

let folder: string;
beforeEach(() => {
  folder = createTemporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function takesFiles(settings: Readonly<Record<string, string>>): Promise<unknown> {
  const started = await startDevelopment(() => undefined, {
    SQLITE_PATH: join(folder, 'candour.db'),
    PORT: '0',
    PLAYGROUND_PORT: '0',
    ...settings,
  });
  const post = async (path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<unknown> => {
    const response = await fetch(new URL(path, started.botUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    return response.json();
  };
  const given = await post('/development/token', { person: 'staff' });
  const token = String(Reflect.get(Object(given), 'token'));
  const begun = await post('/api/tab/report.begin', {}, { authorization: `Bearer ${token}` });
  await started.stop();
  return Reflect.get(Object(begun), 'files');
}

describe('npm start', () => {
  it('takes files, as a server of a force does, unless it is told not to', async () => {
    expect(await takesFiles({})).toBe(true);
    expect(await takesFiles({ FILES: 'no' })).toBe(false);
  });
});
