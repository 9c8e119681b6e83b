import { describeEveryCardDrawn } from './every-card-drawn.ts';

describeEveryCardDrawn('en');
