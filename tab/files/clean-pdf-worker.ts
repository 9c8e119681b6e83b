import { answerCleaning } from './answer-cleaning.ts';
import { cleanPdf } from './clean-pdf.ts';

answerCleaning((_type, bytes, say) => cleanPdf(bytes, (number, of) => say({ candour: 'page', number, of })));
