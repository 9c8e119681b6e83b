import { describeGallery } from '../support/browser/every-card-drawn.ts';

describeGallery('cy');
