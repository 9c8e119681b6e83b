import type { Mutant } from '../mutant.ts';

const inContracts = ['tests/storage/sqlite.test.ts'];
const twoVersions = ['tests/storage/versions/two-versions.test.ts'];

export const ofVersions: readonly Mutant[] = [
  {
    name: 'what this version does not know is dropped',
    promise: 'durable',
    file: 'concerns/records/read-whole.ts',
    find: 'if (data !== undefined) putBack(data, standing, without);',
    put: '',
    tests: inContracts,
  },
  {
    name: 'what stands in lists of a record is dropped where it is not known',
    promise: 'durable',
    file: 'concerns/records/read-whole.ts',
    find: 'for (const [place, one] of value.entries()) putBack(one, standing[place], new Set());',
    put: '',
    tests: inContracts,
  },
  {
    name: 'a record is changed that only a newer version may change',
    promise: 'durable',
    file: 'storage/record-shapes.ts',
    find: "if ((oldestWriter ?? 0) > recordShapes[kind]) throw new StoreError('newer');",
    put: '',
    tests: inContracts,
  },
  {
    name: 'a record of a newer shape is marked as one of this',
    promise: 'durable',
    file: 'storage/record-shapes.ts',
    find: 'shape: Math.max(Number(shape), recordShapes[kind]),',
    put: 'shape: recordShapes[kind],',
    tests: inContracts,
  },
  {
    name: 'a page is shown what this version does not know of a case',
    promise: 'access',
    file: 'concerns/casework/view-case.ts',
    find: 'record: shownRecordSchema.parse(asTheyHold),',
    put: 'record: asTheyHold,',
    tests: twoVersions,
  },
  {
    name: 'a server starts on a store that a newer version keeps from it',
    promise: 'durable',
    file: 'storage/store-version.ts',
    find: 'standing.oldest > ourVersion.number',
    put: 'standing.oldest < 0',
    tests: twoVersions,
  },
];
