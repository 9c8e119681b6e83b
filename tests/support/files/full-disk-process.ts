import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FileLocation } from '../../../core/ports/file-store.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { partBytes } from '../../../core/model/file-limits.ts';
import { createFolderFileStore } from '../../../storage/blobs/folder-file-store.ts';
import { newReturnCode } from '../core/open-core.ts';

// A process that keeps parts of files in a folder until there is no room, and says how that went.
const [, , folder = ''] = process.argv;
const root = join(folder, 'files');
const files = createFolderFileStore(root, () => new Date());
const place: FileLocation = { caseId: deriveCaseId(newReturnCode()), holder: 'a'.repeat(16), id: 'b'.repeat(32) };

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof StoreError ? error.code : 'not ours'),
  );

const small = randomBytes(10_000);
await files.putPart(place, 0, small);
let failure = 'none';
let part = 1;
for (; part < 20 && failure === 'none'; part += 1)
  failure = await codeOf(files.putPart(place, part, randomBytes(partBytes)));
const standing = await files.listParts(place);
const check = await codeOf(files.check());
const left = readdirSync(join(root, 'unfinished'));
const isWhole = standing.every(({ part: at, bytes }) => bytes === (at === 0 ? small.length : partBytes));
const first = Buffer.from((await files.readPart(place, 0)) ?? []);
await files.remove(place);
const again = await codeOf(files.putPart(place, 0, small));
process.stdout.write(
  JSON.stringify({
    failure,
    check,
    left,
    isWhole,
    isLost: !standing.some((one) => one.part === part - 1),
    isFirstKept: first.equals(small),
    again,
  }),
);
