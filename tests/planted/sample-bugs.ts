import { sampleDroppedBugs } from './dropped-bugs.ts';

// `node tests/planted/sample-bugs.ts 31`: a hundred of the dropped bugs, drawn by a seed, to be planted again by hand.

const seed = Number(process.argv[2]);
if (!Number.isSafeInteger(seed)) throw new Error('name a seed, a whole number');
for (const { area, promise, name, tests } of sampleDroppedBugs(seed, 100))
  process.stdout.write(`${[area, promise, name, tests.join(' ')].join('\t')}\n`);
