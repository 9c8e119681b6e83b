import { expect, it } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };
import { currentStoreVersion } from '../../storage/store-version.ts';

it('a store notes this version by the name that people know it by, and that of the package', () => {
  expect(currentStoreVersion.release).toBe(packageJson.version);
});
