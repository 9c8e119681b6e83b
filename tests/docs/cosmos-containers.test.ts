import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { containerLayouts, containerNames } from '../../storage/cosmos/containers.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/guides/operator.md'), 'utf8');
const [, section = ''] = guide.split(/^## Cosmos DB$/mu);
const rows = [...section.matchAll(/^\| `(\w+)` \| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$/gmu)].map(
  ([, name = '', partitionKey = '', lifetime = '', indexed = '']) => ({
    name,
    partitionKey,
    lifetime: /^-?\d+/u.exec(lifetime)?.[0] ?? lifetime,
    indexed: [...indexed.matchAll(/`([^`]+)`/gu)].map(([, field = '']) => `/${field}/?`),
  }),
);

it('the guide for operators has each container as the server wants it, for those who make them by hand', () => {
  const wanted = containerNames.map((name) => {
    const { partitionKey, defaultTtl, indexingPolicy } = containerLayouts[name];
    return {
      name,
      partitionKey: typeof partitionKey === 'object' ? partitionKey.paths.join() : partitionKey,
      lifetime: defaultTtl === undefined ? 'none' : `${defaultTtl}`,
      indexed: indexingPolicy?.includedPaths?.map(({ path }) => path),
    };
  });
  expect(rows).toEqual(wanted);
});
