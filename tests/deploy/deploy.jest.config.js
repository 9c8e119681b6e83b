import base from '../../jest.config.js';

// What is deployed, and how: `npm run test:deploy`. What is quick of it, the `.test.ts`, belongs to `npm test` as well. It
// needs what npm brings, tar, sha256sum, `script`, promtool, bubblewrap, caddy, nginx and docker-compose, and as root
// setpriv.
export default {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/tests/deploy/**/*.test.ts', '<rootDir>/tests/deploy/**/*.deploy.ts'],
};
