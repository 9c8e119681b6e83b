import { describeGallery } from '../support/browser/gallery-suite.ts';

describeGallery('en');
