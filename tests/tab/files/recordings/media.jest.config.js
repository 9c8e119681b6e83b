import base from '../../../../jest.config.js';

// Recordings at length: `npm run test:media`. It needs Debian's ffmpeg, libimage-exiftool-perl and binutils.
export default {
  ...base,
  rootDir: '../../../..',
  globalSetup: undefined,
  testMatch: [
    '<rootDir>/tests/tab/files/recordings/*.{test,media}.ts',
    '<rootDir>/tests/browser/clean-recordings.test.ts',
  ],
};
