import base from '../../../../jest.config.js';

// Recordings at length: `npm run test:media`. It fails without Debian's ffmpeg, libimage-exiftool-perl, binutils,
// firefox-esr, webkit2gtk-driver, gstreamer1.0-libav and xvfb.
export default {
  ...base,
  rootDir: '../../../..',
  globalSetup: undefined,
  testMatch: [
    '<rootDir>/tests/tab/files/recordings/*.{test,media}.ts',
    '<rootDir>/tests/browser/clean-recordings.test.ts',
  ],
};
