import base from './deploy.jest.config.js';

// The image, built and started: `npm run test:image`, as root, where buildah and bubblewrap are installed.
export default { ...base, testMatch: ['<rootDir>/tests/deploy/**/*.image.ts'] };
