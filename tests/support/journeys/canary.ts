import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';

/** A mark as it may stand in a file or an answer: as it is, in base64 at each of its three offsets, in hexadecimal. */
export function encodedForms(mark: string): readonly string[] {
  const base64 = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), Buffer.from(mark)])
      .toString('base64')
      .slice(offset === 0 ? 0 : 4, -4),
  );
  // Four signs of a short mark occur by chance in a few megabytes of seals.
  return [mark, ...base64.filter(({ length }) => length >= 8), Buffer.from(mark).toString('hex')];
}

/** Expects none of the marks in a text or its guises. */
export function assertAbsent(what: string, text: string, marks: readonly string[]): void {
  const found = marks.flatMap(encodedForms).filter((guise) => text.includes(guise));
  expect({ what, found: found.length }).toEqual({ what, found: 0 });
}

/** Expects none of the marks in any file of a folder, the keys' own words included. */
export function assertAbsentOnDisk(folder: string, marks: readonly string[]): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    assertAbsent(entry.name, readFileSync(join(entry.parentPath, entry.name)).toString('latin1'), marks);
  }
}
