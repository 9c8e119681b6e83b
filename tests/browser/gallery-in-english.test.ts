import { describeEveryCardDrawn } from '../support/browser/every-card-drawn.ts';

describeEveryCardDrawn('en');
