import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const kept = join(root, 'tests/fixtures/summary-files');
const made = join(root, 'test-results/summary-files');

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Throws where a file is not as the one that is kept under its name. What was made is then in `test-results`: once
 * somebody has looked at it, it is copied from there.
 */
export function expectGolden(name: string, bytes: Uint8Array): void {
  if (textOf(join(kept, name)) === Buffer.from(bytes).toString('utf8')) return;
  mkdirSync(made, { recursive: true });
  writeFileSync(join(made, name), bytes);
  throw new Error(`${name} is not as it is kept: look at test-results/summary-files/${name}`);
}
