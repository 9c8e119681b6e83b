import { answerCleaning } from './answer-cleaning.ts';
import { cleanPdf } from './clean-pdf.ts';

// Draws a PDF beside the page; it ends with the answer, and all that it opened with it.
answerCleaning((_type, bytes, say) => cleanPdf(bytes, (number, of) => say({ candour: 'page', number, of })));
